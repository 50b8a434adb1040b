package dev.headwater.method;

import java.util.Map;
import java.util.TreeMap;

/** Which options dlt's paginators have (dlt 1.31; those for request bodies left out, because only GET is emitted). */
final class PaginatorOptions {

    /** What an option takes. */
    enum Kind {
        NAME("Give the name of a parameter or relation on one line, without braces."),
        HEADER("Give the name of a header, such as X-Next."),
        PATH("Give a path in the answer, such as paging.next, without braces."),
        PATH_OR_NONE("Give a path in the answer, such as paging.total, or say withoutTotal()."),
        COUNT("Give a whole number, 1 or more."),
        NUMBER("Give a whole number, 0 or more."),
        FLAG("Give true or false.");

        final String hint;

        Kind(String hint) {
            this.hint = hint;
        }
    }

    private static final Map<String, Map<String, Kind>> BY_TYPE = Map.of(
            "auto", Map.of(),
            "single_page", Map.of(),
            "json_link", Map.of("next_url_path", Kind.PATH),
            "header_link", Map.of("links_next_key", Kind.NAME),
            "header_cursor", Map.of("cursor_key", Kind.HEADER, "cursor_param", Kind.NAME),
            "cursor",
                    Map.of(
                            "cursor_path", Kind.PATH,
                            "cursor_param", Kind.NAME,
                            "stop_after_empty_page", Kind.FLAG,
                            "has_more_path", Kind.PATH),
            "offset",
                    Map.of(
                            "limit", Kind.COUNT,
                            "offset", Kind.NUMBER,
                            "offset_param", Kind.NAME,
                            "limit_param", Kind.NAME,
                            "total_path", Kind.PATH_OR_NONE,
                            "maximum_offset", Kind.COUNT,
                            "stop_after_empty_page", Kind.FLAG,
                            "has_more_path", Kind.PATH),
            "page_number",
                    Map.of(
                            "base_page", Kind.NUMBER,
                            "page", Kind.NUMBER,
                            "page_param", Kind.NAME,
                            "total_path", Kind.PATH_OR_NONE,
                            "maximum_page", Kind.COUNT,
                            "stop_after_empty_page", Kind.FLAG,
                            "has_more_path", Kind.PATH));

    private PaginatorOptions() {}

    /** The options of a type and what they take, by name. */
    static Map<String, Kind> of(String type) {
        return new TreeMap<>(BY_TYPE.getOrDefault(type, Map.of()));
    }
}
