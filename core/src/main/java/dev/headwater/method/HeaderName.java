package dev.headwater.method;

import java.util.regex.Pattern;

/** Names of headers and cookies: tokens of HTTP (RFC 9110, section 5.6.2; RFC 6265, section 4.1.1). */
final class HeaderName {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private HeaderName() {}

    static boolean isOne(String text) {
        return TOKEN.matcher(text).matches();
    }
}
