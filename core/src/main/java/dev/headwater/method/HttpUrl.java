package dev.headwater.method;

import dev.headwater.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** URLs of HTTP APIs; whatever else a URL can be is a problem {@code rest.url}. */
final class HttpUrl {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final String text;
    private final String path;
    private final Problems problems;

    HttpUrl(String text, String path, Problems problems) {
        this.text = text;
        this.path = path;
        this.problems = problems;
    }

    /** Judges a URL that further paths are appended to. */
    void judgeBase() {
        URI uri = judge();
        if (uri != null && uri.getRawQuery() != null) {
            problem("has a query, which paths cannot be appended to", "Give each endpoint its parameter(...) instead.");
        }
    }

    /** Judges any URL. */
    @Nullable URI judge() {
        if (text.isBlank()) {
            return null;
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException notAUrl) {
            problem("is not a URL", "Write it as https://host/path/.");
            return null;
        }
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            problem("is not the URL of an HTTP API", "Write it as https://host/path/.");
        } else if (uri.getUserInfo() != null || uri.getRawFragment() != null) {
            problem("holds a user or a fragment", "Write it as https://host/path/, and use Secret.named(...).");
        } else if (uri.getHost() == null) {
            problem(
                    "has no host that every resolver takes",
                    "Write the host in letters, digits, hyphens and dots, other scripts in their xn-- form.");
        } else if (uri.getPort() > 65_535) {
            problem("has a port above 65535", "Write the port that the API listens on.");
        }
        return uri;
    }

    private void problem(String what, String hint) {
        // Whatever stands before the host may be a password.
        String shown = text.replaceFirst("//[^/?#]*@", "//...@");
        problems.add("rest.url", path, "\"" + shown + "\" " + what + ".", hint);
    }
}
