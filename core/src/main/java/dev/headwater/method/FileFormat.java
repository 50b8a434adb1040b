package dev.headwater.method;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How the files are written that {@link Snowpipe} loads. Immutable. */
public sealed interface FileFormat {

    /**
     * One JSON object a line, compressed or not.
     *
     * @return the format
     */
    static FileFormat jsonLines() {
        return new JsonLines();
    }

    /**
     * Parquet.
     *
     * @return the format
     */
    static FileFormat parquet() {
        return new Parquet();
    }

    /**
     * CSV in UTF-8, with commas between fields, double quotes around those that need them, and the columns' names in
     * the first line: columns are found by name.
     *
     * @return the format; see {@link Csv} for other dialects
     */
    static Csv csv() {
        return new Csv(",", "\"", "UTF8", List.of(), "", "");
    }

    /** One JSON object a line. */
    record JsonLines() implements FileFormat {}

    /** Parquet. */
    record Parquet() implements FileFormat {}

    /**
     * CSV whose first line has the columns' names. A dialect that Snowflake cannot read is a problem
     * {@code snowpipe.csv}.
     *
     * @param delimiter what stands between fields, 1 to 20 characters
     * @param quote what stands around fields that need it: {@code "}, {@code '}, or nothing
     * @param encoding Snowflake's name of the character set, such as {@code UTF8} or {@code ISO88591}
     * @param nulls texts that stand for no value
     * @param dates how dates are written, such as {@code DD.MM.YYYY}; empty where Snowflake is to find out
     * @param timestamps how points in time are written, such as {@code DD.MM.YYYY HH24:MI:SS}; empty where Snowflake is
     *     to find out
     */
    record Csv(
            String delimiter,
            String quote,

            @NotBlank(message = "is blank; name the character set as Snowflake does, such as UTF8") String encoding,

            List<String> nulls,
            String dates,
            String timestamps)
            implements FileFormat {

        /**
         * @param delimiter what stands between fields
         * @param quote what stands around fields that need it
         * @param encoding Snowflake's name of the character set
         * @param nulls texts that stand for no value
         * @param dates how dates are written
         * @param timestamps how points in time are written
         */
        public Csv {
            delimiter = Objects.requireNonNullElse(delimiter, "");
            quote = Objects.requireNonNullElse(quote, "");
            encoding = Objects.requireNonNullElse(encoding, "");
            nulls = List.copyOf(Objects.requireNonNull(nulls, "nulls"));
            dates = Objects.requireNonNullElse(dates, "");
            timestamps = Objects.requireNonNullElse(timestamps, "");
        }

        /**
         * The same with something else between fields.
         *
         * @param text such as {@code ;} or a tab
         * @return the changed format
         */
        public Csv delimitedBy(String text) {
            return new Csv(text, quote, encoding, nulls, dates, timestamps);
        }

        /**
         * The same with other quotes.
         *
         * @param text {@code "}, {@code '}, or nothing where fields have no quotes
         * @return the changed format
         */
        public Csv quotedBy(String text) {
            return new Csv(delimiter, text, encoding, nulls, dates, timestamps);
        }

        /**
         * The same in another character set.
         *
         * @param name Snowflake's name of it, such as {@code ISO88591} or {@code WINDOWS1252}
         * @return the changed format
         */
        public Csv encodedIn(String name) {
            return new Csv(delimiter, quote, name, nulls, dates, timestamps);
        }

        /**
         * The same with texts that stand for no value.
         *
         * @param texts such as {@code NULL}
         * @return the changed format
         */
        public Csv withNulls(String... texts) {
            return new Csv(
                    delimiter,
                    quote,
                    encoding,
                    Stream.of(Objects.requireNonNull(texts, "texts"))
                            .map(text -> Objects.requireNonNullElse(text, ""))
                            .toList(),
                    dates,
                    timestamps);
        }

        /**
         * The same with dates that are written in a way of their own.
         *
         * @param format Snowflake's date format, such as {@code DD.MM.YYYY}
         * @return the changed format
         */
        public Csv withDates(String format) {
            return new Csv(delimiter, quote, encoding, nulls, format, timestamps);
        }

        /**
         * The same with points in time that are written in a way of their own.
         *
         * @param format Snowflake's timestamp format, such as {@code DD.MM.YYYY HH24:MI:SS}
         * @return the changed format
         */
        public Csv withTimestamps(String format) {
            return new Csv(delimiter, quote, encoding, nulls, dates, format);
        }
    }
}
