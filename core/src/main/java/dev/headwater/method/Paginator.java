package dev.headwater.method;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an API hands out more than one page, in the terms of dlt's REST source (dlt 1.31): a type and its options.
 *
 * <p>Immutable; options are judged when the plan is built. An option that dlt does not know for the type is a problem
 * {@code rest.paginator.option}, a value that it does not take {@code rest.paginator.value}, a path that cannot be
 * parsed {@code rest.json-path}, and a paginator that nothing ends {@code rest.paginator.endless}.
 *
 * <p>Paths name keys of the answer, joined by dots; keys with other characters than letters, digits and underscores are
 * quoted in the emitted code. A key that itself holds a dot has to be given in quotes, such as {@code 'odata.next'};
 * {@code @odata.nextLink} is known. Text that begins with {@code $} or holds brackets, quotes or {@code *} is JSONPath
 * already and is emitted as it is.
 */
public final class Paginator {

    private final String type;
    private final Map<String, @Nullable Object> options;

    private Paginator(String type, Map<String, @Nullable Object> options) {
        this.type = type;
        this.options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    private static Paginator of(String type) {
        return new Paginator(type, Map.of());
    }

    /**
     * Leaves it to dlt, which guesses from the first answer. A guess can silently stop after the first page, or ask for
     * it again without end, so this is a finding (RB36).
     *
     * @return the paginator
     */
    public static Paginator auto() {
        return of("auto");
    }

    /**
     * There is one page.
     *
     * @return the paginator
     */
    public static Paginator singlePage() {
        return of("single_page");
    }

    /**
     * The answer holds the URL of the next page.
     *
     * @param nextUrlPath JSON path of the URL, such as {@code paging.next.link}
     * @return the paginator
     */
    public static Paginator jsonLink(String nextUrlPath) {
        return of("json_link").option("next_url_path", nextUrlPath);
    }

    /**
     * The {@code Link} header holds the URL of the next page (RFC 8288).
     *
     * @return the paginator, for the relation {@code next}
     */
    public static Paginator headerLink() {
        return of("header_link");
    }

    /**
     * A header holds the cursor of the next page.
     *
     * @param header name of the header
     * @param parameter query parameter that takes the cursor
     * @return the paginator
     */
    public static Paginator headerCursor(String header, String parameter) {
        return of("header_cursor").option("cursor_key", header).option("cursor_param", parameter);
    }

    /**
     * The answer holds a cursor, which the next request sends as a parameter.
     *
     * @param cursorPath JSON path of the cursor, such as {@code paging.next.after}
     * @param parameter query parameter that takes the cursor, such as {@code after}
     * @return the paginator
     */
    public static Paginator cursor(String cursorPath, String parameter) {
        return of("cursor").option("cursor_path", cursorPath).option("cursor_param", parameter);
    }

    /**
     * Rows are asked for by offset and limit. dlt expects a total in the answer; see {@link #withoutTotal()}.
     *
     * @param limit rows a page, at least 1; no more than the API hands out, or the rows between are lost
     * @return the paginator, with dlt's names {@code offset} and {@code limit} for the parameters
     */
    public static Paginator offset(int limit) {
        return of("offset").option("limit", limit);
    }

    /**
     * Pages are asked for by number. dlt expects a total in the answer; see {@link #withoutTotal()}.
     *
     * @param firstPage number of the first page, 0 or 1
     * @return the paginator, with dlt's name {@code page} for the parameter
     */
    public static Paginator pageNumber(int firstPage) {
        return of("page_number").option("base_page", firstPage);
    }

    /**
     * Sets a text option.
     *
     * @param name dlt's name of the option, such as {@code total_path}
     * @param value the value
     * @return the changed paginator
     */
    public Paginator option(String name, String value) {
        return with(name, value);
    }

    /**
     * Sets a number option. dlt's {@code maximum_page} and {@code maximum_offset} are the first that is not asked for.
     *
     * @param name dlt's name of the option, such as {@code maximum_page}
     * @param value the value
     * @return the changed paginator
     */
    public Paginator option(String name, int value) {
        return with(name, value);
    }

    /**
     * Sets a yes-or-no option.
     *
     * @param name dlt's name of the option, such as {@code stop_after_empty_page}
     * @param value the value
     * @return the changed paginator
     */
    public Paginator option(String name, boolean value) {
        return with(name, value);
    }

    /**
     * The answer holds no total: the last page is the one before an empty one.
     *
     * @return the changed paginator
     */
    public Paginator withoutTotal() {
        return with("total_path", null);
    }

    private Paginator with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(options);
        changed.put(Objects.requireNonNullElse(name, ""), value);
        return new Paginator(type, changed);
    }

    /**
     * dlt's name of the paginator.
     *
     * @return such as {@code json_link}
     */
    public String type() {
        return type;
    }

    /**
     * The options, by dlt's names.
     *
     * @return values are strings, integers, booleans or null, in the order in which they were set
     */
    public Map<String, @Nullable Object> options() {
        return options;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Paginator that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return type + options;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(type, options);
    }
}
