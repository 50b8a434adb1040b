package dev.headwater.dlt;

/**
 * Arguments of a source that take its URLs. They bear the source's name because dlt looks every argument up under its
 * bare name last: a variable {@code BASE_URL} of somebody else's would send the secrets there.
 */
final class UrlArguments {

    private UrlArguments() {}

    static String base(String module) {
        return module + "_base_url";
    }

    static String token(String module) {
        return module + "_token_url";
    }
}
