package dev.headwater.method;

import java.util.List;
import java.util.Set;

/**
 * Reads JSONPath, as far as dlt's parser (jsonpath-ng 1.8, extended) takes it and answers of APIs need it: keys, bare
 * or quoted, positions and ranges, {@code *}, {@code ..}, and filters that compare with a literal. What else that
 * parser knows, such as arithmetic, is not read.
 */
final class JsonPathReader {

    private static final Set<String> OPERATORS = Set.of("where", "wherenot");
    private static final List<String> COMPARISONS = List.of("==", "!=", "<=", ">=", "=", "<", ">");
    private static final List<String> LITERALS = List.of("true", "false", "null");

    private final String text;
    private int at;

    JsonPathReader(String text) {
        this.text = text;
    }

    boolean readsAll() {
        return (take("$") || anyKey() || bracket(false)) && steps(true) && at == text.length();
    }

    private boolean steps(boolean filtered) {
        while (is('.') || is('[')) {
            boolean deep = take("..");
            boolean step = deep || take(".") ? anyKey() || bracket(deep && filtered) : bracket(filtered);
            if (!step) {
                return false;
            }
        }
        return true;
    }

    private boolean anyKey() {
        return take("*") || key();
    }

    private boolean key() {
        return is('\'') || is('"') ? quoted() : bareKey();
    }

    private boolean bareKey() {
        int begin = at;
        take("@");
        int first = at;
        while (at < text.length() && isOfKey(text.charAt(at), at == first)) {
            at++;
        }
        boolean read = at > first && !OPERATORS.contains(text.substring(begin, at));
        at = read ? at : begin;
        return read;
    }

    private static boolean isOfKey(char c, boolean first) {
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        return letter || !first && (isDigit(c) || c == '@' || c == '-');
    }

    private boolean quoted() {
        char quote = text.charAt(at++);
        while (at < text.length() && !is(quote)) {
            at += is('\\') ? 2 : 1;
        }
        return at < text.length() && take(String.valueOf(quote));
    }

    private boolean bracket(boolean filtered) {
        if (!take("[")) {
            return false;
        }
        blanks();
        boolean read = is('?') ? filtered && filter() : take("*") || elements();
        blanks();
        return read && take("]");
    }

    private boolean elements() {
        boolean numbers = is(':') || is('-') || at < text.length() && isDigit(text.charAt(at));
        return numbers ? positions() : keys();
    }

    private boolean keys() {
        do {
            blanks();
            if (!key()) {
                return false;
            }
            blanks();
        } while (take(","));
        return true;
    }

    private boolean positions() {
        boolean number = number();
        if (is(':')) {
            for (int i = 0; i < 2 && take(":"); i++) {
                number();
            }
            return true;
        }
        while (number && take(",")) {
            blanks();
            number = number();
        }
        return number;
    }

    private boolean number() {
        int begin = at;
        take("-");
        int first = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        at = at > first ? at : begin;
        return at > first;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean filter() {
        take("?");
        boolean open = take("(");
        do {
            blanks();
            if (!take("@") || !steps(false) || !compared()) {
                return false;
            }
            blanks();
        } while (take("&&") || take("&"));
        return !open || take(")");
    }

    private boolean compared() {
        blanks();
        if (COMPARISONS.stream().noneMatch(this::take)) {
            return true;
        }
        blanks();
        return is('\'') || is('"') ? quoted() : number() || LITERALS.stream().anyMatch(this::take);
    }

    private void blanks() {
        while (is(' ')) {
            at++;
        }
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean take(String token) {
        boolean there = text.startsWith(token, at);
        at += there ? token.length() : 0;
        return there;
    }
}
