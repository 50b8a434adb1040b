package dev.headwater.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an object that is written out, such as {@code { HUBSPOT = "x" }}: its keys, and the text of its values. */
final class ObjectText {

    private static final Pattern ENTRY = Pattern.compile(
            "(?:\"([^\"\\\\$%]*)\"|([\\p{L}_][\\p{L}\\p{N}_.-]*))\\s*[=:](?!=)\\s*(.+)", Pattern.DOTALL);

    private final String text;
    private int at;

    private ObjectText(String text) {
        this.text = text;
    }

    /** Values by key, in order; empty when the text is something else, or has keys that only Terraform can work out. */
    static Optional<Map<String, String>> entries(String expression) {
        String text = expression.strip();
        if (!text.startsWith("{") || !text.endsWith("}") || text.contains("<<")) {
            return Optional.empty();
        }
        Map<String, String> entries = new LinkedHashMap<>();
        for (String item : new ObjectText(text.substring(1, text.length() - 1)).items()) {
            Matcher entry = ENTRY.matcher(item);
            if (!entry.matches()) {
                return Optional.empty();
            }
            entries.put(entry.group(1) == null ? entry.group(2) : entry.group(1), entry.group(3));
        }
        return Optional.of(entries);
    }

    /** What stands between commas and line ends, without comments. */
    private List<String> items() {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (skipComment()) {
                continue;
            }
            if (depth == 0 && (c == ',' || c == '\n')) {
                items.add(item.toString().strip());
                item.setLength(0);
                at++;
                continue;
            }
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            int from = at;
            at = c == '"' ? afterString(at) : at + 1;
            item.append(text, from, at);
        }
        items.add(item.toString().strip());
        items.removeIf(String::isEmpty);
        return items;
    }

    private boolean skipComment() {
        if (text.startsWith("#", at) || text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
            return true;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at);
            at = end < 0 ? text.length() : end + 2;
            return true;
        }
        return false;
    }

    private int afterString(int start) {
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            if (text.charAt(i) == '\\') {
                i += 2;
            } else if (text.startsWith("$${", i) || text.startsWith("%%{", i)) {
                i += 3;
            } else if (text.startsWith("${", i) || text.startsWith("%{", i)) {
                i = afterTemplate(i + 2);
            } else {
                i++;
            }
        }
        return Math.min(i + 1, text.length());
    }

    private int afterTemplate(int start) {
        int i = start;
        int open = 1;
        while (i < text.length() && open > 0) {
            char c = text.charAt(i);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            i = c == '"' ? afterString(i) : i + 1;
        }
        return i;
    }
}
