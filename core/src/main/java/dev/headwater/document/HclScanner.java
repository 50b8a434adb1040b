package dev.headwater.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes over HCL text: white space, comments, names, strings, heredocs and whole expressions. */
final class HclScanner {

    private static final int DEEPEST = 100;
    private static final String OPERATORS = "+-*/%<>=!&|?:,.";

    private final String text;
    private int at;

    /** Made when the first line is asked for, which nobody does of most expressions. */
    private @Nullable LineTable lines;

    /** How many brackets and templates are open here. */
    private int depth;

    HclScanner(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The character here, or NUL at the end. */
    char here() {
        return peek(0);
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    void skip(int count) {
        at += count;
    }

    int line(int offset) {
        if (lines == null) {
            lines = new LineTable(text);
        }
        return lines.line(offset);
    }

    DocumentException fault(String code, int offset, String problem, String hint) {
        return new DocumentException("hcl." + code, line(offset), problem, hint);
    }

    DocumentException syntax() {
        String found = atEnd()
                ? "the end of the file"
                : atLineEnd() ? "the end of the line" : "\"" + Character.toString(text.codePointAt(at)) + "\"";
        return fault("syntax", at, "Terraform does not expect " + found + " here.", "Correct the line.");
    }

    boolean atLineEnd() {
        return here() == '\n' || (here() == '\r' && peek(1) == '\n');
    }

    /** White space and comments that stay on the line; a comment of the whole rest of the line is skipped as well. */
    void skipBlanks() {
        while (!atEnd()) {
            if (here() == ' ' || here() == '\t') {
                at++;
            } else if (startsLineComment()) {
                skipToLineEnd();
            } else if (here() == '/' && peek(1) == '*') {
                skipComment();
            } else {
                return;
            }
        }
    }

    void skipBlanksAndLines() {
        skipBlanks();
        while (atLineEnd()) {
            at += here() == '\r' ? 2 : 1;
            skipBlanks();
        }
    }

    private boolean startsLineComment() {
        return here() == '#' || (here() == '/' && peek(1) == '/');
    }

    private void skipToLineEnd() {
        while (!atEnd() && !atLineEnd()) {
            at++;
        }
    }

    private void skipComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw fault("unterminated-comment", at, "The comment has no end.", "Close it with */.");
        }
        at = end + 2;
    }

    boolean atName() {
        return !atEnd() && (Character.isUnicodeIdentifierStart(text.codePointAt(at)) || here() == '_');
    }

    String name() {
        int start = at;
        while (!atEnd() && isNamePart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(int c) {
        return c == '-' || (Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    /** A label in quotes, which holds no template; escapes in it stay as they are written. */
    String label() {
        int start = at++;
        while (here() != '"') {
            if (atEnd() || atLineEnd()) {
                throw fault("unterminated-string", start, "The label has no closing quote.", "Add it.");
            }
            boolean sign = here() == '$' || here() == '%';
            if (sign && peek(1) == '{') {
                throw fault("syntax", start, "A label holds no template.", "Write it out.");
            }
            boolean escapedSign = sign && peek(1) == here() && peek(2) == '{';
            at += escapedSign ? 3 : here() == '\\' ? 2 : 1;
        }
        return text.substring(start + 1, at++);
    }

    /**
     * Skips an expression.
     *
     * @param closing what ends it besides the line's end at bracket depth 0: a brace in a one-line block, else NUL
     * @return offset behind the expression's last character
     */
    int expression(char closing) {
        Deque<Integer> open = new ArrayDeque<>();
        int end = at;
        while (true) {
            char c = here();
            if (atEnd()) {
                if (!open.isEmpty()) {
                    throw unterminatedBracket(open.peek());
                }
                return end;
            }
            if (open.isEmpty() && (c == closing || atLineEnd() || startsLineComment())) {
                return end;
            }
            if (skipGap()) {
                continue;
            }
            if (open.isEmpty() && isAssignment()) {
                throw closing == '\0'
                        ? fault("missing-newline", at, "Two attributes share a line.", "Put each on a line of its own.")
                        : fault("syntax", at, "A one-line block holds one attribute.", "Break it into lines.");
            }
            token(open);
            end = at;
        }
    }

    private boolean skipGap() {
        if (here() == ' ' || here() == '\t') {
            at++;
        } else if (atLineEnd()) {
            at += here() == '\r' ? 2 : 1;
        } else if (startsLineComment()) {
            skipToLineEnd();
        } else if (here() == '/' && peek(1) == '*') {
            skipComment();
        } else {
            return false;
        }
        return true;
    }

    private boolean isAssignment() {
        boolean comparison = at > 0 && "=!<>".indexOf(text.charAt(at - 1)) >= 0;
        return here() == '=' && peek(1) != '=' && peek(1) != '>' && !comparison;
    }

    private void token(Deque<Integer> open) {
        char c = here();
        if (c == '"') {
            string();
        } else if (c == '<' && peek(1) == '<' && (peek(2) == '-' || Character.isLetter(peek(2)) || peek(2) == '_')) {
            heredoc();
        } else if (c == '(' || c == '[' || c == '{') {
            deeper("Brackets and templates");
            open.push(at++);
        } else if (c == ')' || c == ']' || c == '}') {
            close(open);
        } else if (isNamePart(text.codePointAt(at)) || OPERATORS.indexOf(c) >= 0) {
            at += Character.charCount(text.codePointAt(at));
        } else {
            throw syntax();
        }
    }

    private void close(Deque<Integer> open) {
        if (open.isEmpty()) {
            throw syntax();
        }
        char opening = text.charAt(open.pop());
        depth--;
        if ("([{".indexOf(opening) != ")]}".indexOf(here())) {
            throw fault(
                    "bracket-mismatch",
                    at,
                    "\"" + opening + "\" is closed by \"" + here() + "\".",
                    "Correct one of them.");
        }
        at++;
    }

    private DocumentException unterminatedBracket(int opening) {
        return fault("unterminated-bracket", opening, "\"" + text.charAt(opening) + "\" is never closed.", "Close it.");
    }

    private void string() {
        int start = at++;
        while (here() != '"') {
            if (atEnd() || atLineEnd()) {
                throw fault("unterminated-string", start, "The string has no closing quote on its line.", "Add it.");
            }
            if (here() == '\\') {
                at += 2;
            } else if (!template()) {
                at++;
            }
        }
        at++;
    }

    /** Skips a template or its escape. */
    boolean template() {
        if (here() != '$' && here() != '%') {
            return false;
        }
        if (peek(1) == here() && peek(2) == '{') {
            at += 3;
            return true;
        }
        if (peek(1) != '{') {
            return false;
        }
        int start = at;
        deeper("Templates");
        at += 2;
        // A tilde strips the blanks before or behind the template.
        at += here() == '~' ? 1 : 0;
        Deque<Integer> open = new ArrayDeque<>();
        while (!endsTemplate(open)) {
            if (atEnd()) {
                throw fault("unterminated-string", start, "The template has no closing brace.", "Add it.");
            }
            if (!skipGap()) {
                token(open);
            }
        }
        at += here() == '~' ? 2 : 1;
        depth--;
        return true;
    }

    /** Whoever goes over a value does so a call a level. */
    private void deeper(String what) {
        if (++depth > DEEPEST) {
            throw fault("too-deep", at, what + " are nested more than " + DEEPEST + " deep.", "Simplify them.");
        }
    }

    private boolean endsTemplate(Deque<Integer> open) {
        return open.isEmpty() && (here() == '}' || (here() == '~' && peek(1) == '}'));
    }

    private void heredoc() {
        int start = at;
        at += peek(2) == '-' ? 3 : 2;
        if (!atName()) {
            throw syntax();
        }
        String marker = name();
        if (!atLineEnd()) {
            throw fault("syntax", at, "The line must end after the heredoc's marker " + marker + ".", "Break it.");
        }
        at += here() == '\r' ? 2 : 1;
        while (!endsHeredoc(marker)) {
            while (!atEnd() && here() != '\n') {
                if (!template()) {
                    at++;
                }
            }
            if (atEnd()) {
                throw fault(
                        "unterminated-heredoc", start, "The heredoc has no line " + marker + " at its end.", "Add it.");
            }
            at++;
        }
    }

    /** Terraform wants a line end behind the marker. */
    private boolean endsHeredoc(String marker) {
        int end = text.indexOf('\n', at);
        if (end < 0 || !text.substring(at, end).strip().equals(marker)) {
            return false;
        }
        at = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
        return true;
    }

    /** In a list that is written out, the offset behind its last element, or behind the comma that follows it. */
    static int endOfElements(String list) {
        HclScanner scanner = new HclScanner(list, 0);
        Deque<Integer> open = new ArrayDeque<>();
        scanner.token(open);
        int end = scanner.at;
        while (!scanner.atEnd()) {
            if (!scanner.skipGap()) {
                scanner.token(open);
                end = open.isEmpty() ? end : scanner.at;
            }
        }
        return end;
    }

    /**
     * The tokens of an expression without blanks and comments: line ends, names and numbers, and what {@link #token}
     * takes for one.
     */
    static List<String> tokens(String expression) {
        List<String> tokens = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        HclScanner scanner = new HclScanner(expression, 0);
        while (!scanner.atEnd()) {
            int from = scanner.at;
            boolean lineEnd = scanner.atLineEnd();
            if (scanner.skipGap()) {
                tokens.addAll(lineEnd ? List.of("\n") : List.of());
                continue;
            }
            if (scanner.atName()) {
                scanner.name();
            } else if (Character.isDigit(scanner.here())) {
                scanner.digits();
            } else {
                scanner.token(open);
            }
            tokens.add(expression.substring(from, scanner.at));
        }
        return tokens;
    }

    private void digits() {
        while (Character.isLetterOrDigit(here())) {
            at++;
        }
    }
}
