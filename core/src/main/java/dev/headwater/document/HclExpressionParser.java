package dev.headwater.document;

import dev.headwater.document.HclExpression.Call;
import dev.headwater.document.HclExpression.ListValue;
import dev.headwater.document.HclExpression.Literal;
import dev.headwater.document.HclExpression.ObjectValue;
import dev.headwater.document.HclExpression.Raw;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.HclExpression.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads an expression, whose brackets and quotes match, as a tree. */
final class HclExpressionParser {

    private static final Pattern WORD = Pattern.compile("true|false|null|-?[0-9]+(?:\\.[0-9]+)?");
    private static final int LONGEST_WORD = 4;

    private HclExpressionParser() {}

    static HclExpression parse(String expression) {
        if (isPlainString(expression)) {
            return new Literal(expression.substring(1, expression.length() - 1), true);
        }
        // A heredoc at the end needs the line end behind its marker.
        return value(HclScanner.tokens(expression + "\n"));
    }

    /** Most values are, and need no tokens. */
    private static boolean isPlainString(String expression) {
        int last = expression.length() - 1;
        return last > 0
                && expression.charAt(0) == '"'
                && expression.indexOf('"', 1) == last
                && expression.indexOf('\\') < 0
                && expression.indexOf('$') < 0
                && expression.indexOf('%') < 0;
    }

    private static HclExpression value(List<String> tokens) {
        List<String> bare = trimmed(tokens);
        while (isGroup(bare, "(")) {
            bare = trimmed(inside(bare));
        }
        List<String> value = bare;
        if (isGroup(value, "[") && !isFor(value)) {
            return new ListValue(values(inside(value)));
        }
        if (value.size() == 1 && value.get(0).startsWith("\"")) {
            return string(value.get(0));
        }
        if (value.size() == 1 && value.get(0).startsWith("<<")) {
            return heredoc(value.get(0));
        }
        return object(value)
                .or(() -> word(value))
                .or(() -> reference(value))
                .or(() -> call(value))
                .orElseGet(() -> new Raw(raw(value)));
    }

    private static List<HclExpression> values(List<String> tokens) {
        return split(tokens, Set.of(",")).stream()
                .map(HclExpressionParser::value)
                .toList();
    }

    private static Optional<HclExpression> object(List<String> tokens) {
        if (!isGroup(tokens, "{") || isFor(tokens)) {
            return Optional.empty();
        }
        Map<HclExpression, HclExpression> entries = new LinkedHashMap<>();
        for (List<String> entry : split(inside(tokens), Set.of(",", "\n"))) {
            int sign = assignment(entry);
            if (sign < 0) {
                return Optional.empty();
            }
            entries.put(key(entry.subList(0, sign)), value(entry.subList(sign + 1, entry.size())));
        }
        return Optional.of(new ObjectValue(entries));
    }

    private static int assignment(List<String> entry) {
        for (int i = 0; i < entry.size(); i++) {
            if (isOpening(entry.get(i))) {
                i = closing(entry, i);
            } else if (entry.get(i).equals("=") || entry.get(i).equals(":")) {
                return i;
            }
        }
        return -1;
    }

    private static HclExpression key(List<String> tokens) {
        boolean isBare = tokens.stream().allMatch(token -> token.equals(".") || isName(token));
        return isBare ? new Literal(String.join("", tokens), true) : value(tokens);
    }

    private static Optional<HclExpression> word(List<String> tokens) {
        return Optional.of(tokens)
                .filter(few -> few.size() <= LONGEST_WORD)
                .map(few -> String.join("", few))
                .filter(text -> WORD.matcher(text).matches())
                .map(text -> new Literal(text, false));
    }

    private static Optional<HclExpression> reference(List<String> tokens) {
        List<String> line = tokens.stream().filter(token -> !token.equals("\n")).toList();
        if (line.isEmpty() || !isName(line.get(0))) {
            return Optional.empty();
        }
        List<Literal> steps = new ArrayList<>(List.of(new Literal(line.get(0), false)));
        int at = 1;
        while (at < line.size()) {
            int end = line.get(at).equals("[") ? closing(line, at) : Math.min(at + 1, line.size() - 1);
            Optional<Literal> step = step(line.subList(at, end + 1));
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
            at = end + 1;
        }
        return Optional.of(new Reference(steps));
    }

    private static Optional<Literal> step(List<String> tokens) {
        if (isGroup(tokens, "[")) {
            return value(inside(tokens)) instanceof Literal key ? Optional.of(key) : Optional.empty();
        }
        boolean isAttribute = tokens.size() == 2
                && tokens.get(0).equals(".")
                && (isName(tokens.get(1)) || Character.isDigit(tokens.get(1).charAt(0)));
        return isAttribute ? Optional.of(new Literal(tokens.get(1), false)) : Optional.empty();
    }

    private static Optional<HclExpression> call(List<String> tokens) {
        boolean isCall = tokens.size() > 2 && isName(tokens.get(0)) && isGroup(tokens.subList(1, tokens.size()), "(");
        return isCall
                ? Optional.of(new Call(tokens.get(0), values(tokens.subList(2, tokens.size() - 1))))
                : Optional.empty();
    }

    /** A string of nothing but one template is that value. */
    private static HclExpression string(String quoted) {
        List<HclExpression> parts = parts(quoted.substring(1, quoted.length() - 1), true);
        if (parts.isEmpty()) {
            return new Literal("", true);
        }
        boolean isValue = parts.size() == 1
                && (quoted.startsWith("\"${") && !isTrimmed(quoted.substring(1, quoted.length() - 1))
                        || parts.get(0) instanceof Literal);
        return isValue ? parts.get(0) : new Template(parts);
    }

    private static HclExpression heredoc(String text) {
        String lines = text.replace("\r\n", "\n");
        int body = lines.indexOf('\n') + 1;
        List<HclExpression> parts = new ArrayList<>(List.of(new Raw(lines.substring(0, body))));
        parts.addAll(parts(lines.substring(body), false));
        return new Template(parts);
    }

    private static List<HclExpression> parts(String text, boolean hasEscapes) {
        List<HclExpression> parts = new ArrayList<>();
        HclScanner scanner = new HclScanner(text, 0);
        int from = 0;
        while (!scanner.atEnd()) {
            int start = scanner.at();
            if (hasEscapes && scanner.here() == '\\') {
                scanner.skip(2);
            } else if (!scanner.template()) {
                scanner.skip(1);
                continue;
            }
            addText(parts, text.substring(from, start));
            parts.add(template(text.substring(start, scanner.at())));
            from = scanner.at();
        }
        addText(parts, text.substring(from));
        return parts;
    }

    private static void addText(List<HclExpression> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Literal(text, true));
        }
    }

    private static HclExpression template(String part) {
        boolean isDirective = part.startsWith("%{");
        if (!isDirective && !part.startsWith("${")) {
            return new Raw(part);
        }
        int from = part.startsWith("~", 2) ? 3 : 2;
        int to = Math.max(from, part.length() - (part.endsWith("~}") ? 2 : 1));
        HclExpression value = parse(part.substring(from, to));
        return isDirective || isTrimmed(part)
                ? new Raw(part.substring(0, from) + value.text() + part.substring(to))
                : value;
    }

    /** A tilde takes away the blanks beside a template. */
    private static boolean isTrimmed(String template) {
        return template.startsWith("~", 2) || template.endsWith("~}");
    }

    private static String raw(List<String> tokens) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (isOpening(token)) {
                int end = closing(tokens, i);
                words.add(group(tokens.subList(i, end + 1)));
                i = end;
            } else if (token.startsWith("\"") || token.startsWith("<<")) {
                words.add(value(List.of(token)).text());
            } else if (!token.equals("\n")) {
                words.add(token);
            }
        }
        return String.join(" ", words);
    }

    private static String group(List<String> tokens) {
        return object(tokens)
                .map(HclExpression::text)
                .orElseGet(() -> values(inside(tokens)).stream()
                        .map(HclExpression::text)
                        .collect(Collectors.joining(", ", tokens.get(0), tokens.get(tokens.size() - 1))));
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

    private static boolean isName(String token) {
        int first = token.codePointAt(0);
        return first == '_' || Character.isUnicodeIdentifierStart(first);
    }

    private static boolean isFor(List<String> group) {
        List<String> inside = trimmed(inside(group));
        return !inside.isEmpty() && inside.get(0).equals("for");
    }

    private static boolean isGroup(List<String> tokens, String opening) {
        return !tokens.isEmpty() && tokens.get(0).equals(opening) && closing(tokens, 0) == tokens.size() - 1;
    }

    private static List<String> inside(List<String> group) {
        return group.subList(1, group.size() - 1);
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
}
