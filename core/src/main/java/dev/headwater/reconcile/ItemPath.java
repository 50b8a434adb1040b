package dev.headwater.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where an item of a YAML file belongs, such as {@code sources[name=dlt_hubspot].tables[name=contacts]}. In text form a
 * backslash before {@code . [ ] = \} takes the character as it is; values need it before {@code ]} and {@code \} only.
 */
record ItemPath(List<Step> steps) {

    /** Into the sequence under a key, to the item whose {@code itemKey} says {@code itemValue}. */
    record Step(String key, String itemKey, String itemValue) {

        @Override
        public String toString() {
            return escape(key, ".[]=\\") + "[" + escape(itemKey, ".[]=\\") + "=" + escape(itemValue, "]\\") + "]";
        }

        private static String escape(String text, String special) {
            return text.chars()
                    .mapToObj(c -> (special.indexOf(c) < 0 ? "" : "\\") + (char) c)
                    .collect(Collectors.joining());
        }
    }

    ItemPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("An item path has at least one step.");
        }
    }

    static ItemPath parse(String text) {
        return new Reader(text).path();
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    /** The path of the item that holds this one. */
    Optional<ItemPath> parent() {
        return steps.size() == 1 ? Optional.empty() : Optional.of(prefix(steps.size() - 1));
    }

    ItemPath prefix(int length) {
        return new ItemPath(steps.subList(0, length));
    }

    ItemPath relativeTo(ItemPath ancestor) {
        return new ItemPath(steps.subList(ancestor.steps.size(), steps.size()));
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("."));
    }

    /** Reads the text form, character by character. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        ItemPath path() {
            List<Step> steps = new ArrayList<>();
            do {
                String key = until('[');
                String itemKey = until('=');
                steps.add(new Step(key, itemKey, until(']')));
            } while (hasNextStep());
            return new ItemPath(steps);
        }

        private boolean hasNextStep() {
            if (at == text.length()) {
                return false;
            }
            if (text.charAt(at) != '.') {
                throw malformed("a dot");
            }
            at++;
            return true;
        }

        private String until(char end) {
            StringBuilder part = new StringBuilder();
            while (at < text.length() && text.charAt(at) != end) {
                at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
                part.append(text.charAt(at));
                at++;
            }
            if (at == text.length()) {
                throw malformed("'" + end + "'");
            }
            at++;
            return part.toString();
        }

        private IllegalArgumentException malformed(String expected) {
            return new IllegalArgumentException("'" + text + "' is not a path of items such as"
                    + " sources[name=a].tables[name=b]: " + expected + " is missing at character " + at + ".");
        }
    }
}
