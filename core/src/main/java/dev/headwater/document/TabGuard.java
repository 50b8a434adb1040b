package dev.headwater.document;

import java.util.ArrayList;
import java.util.List;

/** Refuses tabs outside quotes, block scalars and comments: the parser takes them, the tools' own reader does not. */
final class TabGuard {

    private record Span(int from, int to) {}

    private final List<Span> allowed = new ArrayList<>();

    /** Allows tabs in a span that starts after all spans so far. */
    void allow(int from, int to) {
        allowed.add(new Span(from, to));
    }

    void check(String text) {
        int next = 0;
        for (int tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', tab + 1)) {
            while (next < allowed.size() && allowed.get(next).to() <= tab) {
                next++;
            }
            boolean inScalar = next < allowed.size() && allowed.get(next).from() <= tab;
            int bareFrom = next == 0 ? 0 : allowed.get(next - 1).to();
            if (!inScalar && !inComment(text, bareFrom, tab)) {
                throw refusal(text, tab);
            }
        }
    }

    private static boolean inComment(String text, int bareFrom, int tab) {
        int lineStart = Math.max(bareFrom, text.lastIndexOf('\n', tab) + 1);
        for (int i = text.indexOf('#', lineStart); i >= 0 && i < tab; i = text.indexOf('#', i + 1)) {
            if (i == 0 || " \t\n\uFEFF".indexOf(text.charAt(i - 1)) >= 0) {
                return text.substring(lineStart, i).indexOf('\t') < 0;
            }
        }
        return false;
    }

    private static DocumentException refusal(String text, int tab) {
        int line =
                1 + (int) text.substring(0, tab).chars().filter(c -> c == '\n').count();
        return new DocumentException(
                "yaml.tab", line, "A tab stands outside quotes and comments.", "Write spaces instead.");
    }
}
