package dev.headwater.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes an expression in one form for all its layouts: without comments, line breaks in brackets, trailing commas,
 * parentheses around a whole value, and the order of an object's entries.
 */
final class HclMeaning {

    private static final Pattern QUOTED_NAME = Pattern.compile("\"[A-Za-z_][A-Za-z0-9_-]*\"");

    private HclMeaning() {}

    static String of(String expression) {
        // A heredoc at the end needs the line end behind its marker.
        return value(HclScanner.tokens(expression + "\n"));
    }

    private static String value(List<String> tokens) {
        List<String> inner = trimmed(tokens);
        while (!inner.isEmpty() && inner.get(0).equals("(") && closing(inner, 0) == inner.size() - 1) {
            inner = trimmed(inner.subList(1, inner.size() - 1));
        }
        return joined(inner);
    }

    private static List<String> trimmed(List<String> tokens) {
        int from = 0;
        int to = tokens.size();
        while (from < to && tokens.get(from).equals("\n")) {
            from++;
        }
        while (to > from && tokens.get(to - 1).equals("\n")) {
            to--;
        }
        return tokens.subList(from, to);
    }

    private static String joined(List<String> tokens) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (isOpening(token)) {
                int end = closing(tokens, i);
                words.add(token + group(token, tokens.subList(i + 1, end)) + tokens.get(end));
                i = end;
            } else if (token.startsWith("\"")) {
                words.add(string(token));
            } else if (!token.equals("\n")) {
                words.add(token.startsWith("<<") ? heredoc(token) : token);
            }
        }
        return String.join(" ", words);
    }

    private static String group(String opening, List<String> inside) {
        List<String> start = trimmed(inside);
        boolean isObject =
                opening.equals("{") && (start.isEmpty() || !start.get(0).equals("for"));
        return isObject
                ? split(inside, Set.of(",", "\n")).stream()
                        .map(HclMeaning::entry)
                        .sorted()
                        .collect(Collectors.joining(", "))
                : split(inside, Set.of(",")).stream().map(HclMeaning::value).collect(Collectors.joining(", "));
    }

    private static String entry(List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isOpening(tokens.get(i))) {
                i = closing(tokens, i);
            } else if (tokens.get(i).equals("=") || tokens.get(i).equals(":")) {
                return key(joined(tokens.subList(0, i))) + " = " + value(tokens.subList(i + 1, tokens.size()));
            }
        }
        return joined(tokens);
    }

    private static String key(String written) {
        return QUOTED_NAME.matcher(written).matches() ? written.substring(1, written.length() - 1) : written;
    }

    /** The parts between separators that stand in no bracket; empty ones are left out. */
    private static List<List<String>> split(List<String> tokens, Set<String> separators) {
        List<List<String>> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || separators.contains(tokens.get(i))) {
                List<String> part = trimmed(tokens.subList(from, i));
                parts.addAll(part.isEmpty() ? List.of() : List.of(part));
                from = i + 1;
            } else if (isOpening(tokens.get(i))) {
                i = closing(tokens, i);
            }
        }
        return parts;
    }

    private static boolean isOpening(String token) {
        return token.equals("(") || token.equals("[") || token.equals("{");
    }

    private static int closing(List<String> tokens, int opening) {
        int depth = 0;
        for (int i = opening; i < tokens.size(); i++) {
            depth += isOpening(tokens.get(i)) ? 1 : ")]}".contains(tokens.get(i)) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a bracket is not closed in " + tokens);
    }

    /** A string of nothing but one interpolation is that value. */
    private static String string(String quoted) {
        HclScanner scanner = new HclScanner(quoted, 1);
        boolean onlyValue = quoted.startsWith("\"${")
                && scanner.template()
                && scanner.at() == quoted.length() - 1
                && !quoted.startsWith("\"${~")
                && !quoted.endsWith("~}\"");
        return onlyValue
                ? of(quoted.substring("\"${".length(), quoted.length() - "}\"".length()))
                : templates(quoted, 1);
    }

    private static String heredoc(String text) {
        return templates(text, text.indexOf('\n')).replace("\r\n", "\n");
    }

    /** Text with what stands in its templates in one form. */
    private static String templates(String text, int from) {
        boolean escapes = text.startsWith("\"");
        StringBuilder result = new StringBuilder(text.substring(0, from));
        HclScanner scanner = new HclScanner(text, from);
        while (!scanner.atEnd()) {
            int start = scanner.at();
            if (escapes && scanner.here() == '\\') {
                scanner.skip(2);
            } else if (!scanner.template()) {
                scanner.skip(1);
            }
            result.append(template(text.substring(start, scanner.at())));
        }
        return result.toString();
    }

    /** What is no template, or only the escape of one, stays. */
    private static String template(String part) {
        if (!part.startsWith("${") && !part.startsWith("%{")) {
            return part;
        }
        int from = part.startsWith("~", 2) ? 3 : 2;
        int to = Math.max(from, part.length() - (part.endsWith("~}") ? 2 : 1));
        return part.substring(0, from) + of(part.substring(from, to)) + part.substring(to);
    }
}
