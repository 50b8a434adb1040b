package dev.headwater.plan;

import java.util.Optional;

/**
 * How a row tells when it was loaded.
 *
 * @param column the column with the load time; empty when the loader tells none
 * @param stamped whether the emitted pipeline writes the column, because the tool does not
 */
public record LoadedAt(Optional<String> column, boolean stamped) {

    /**
     * The tool writes the column by itself.
     *
     * @param column such as {@code _airbyte_extracted_at}
     * @return the way
     */
    public static LoadedAt writtenTo(String column) {
        return new LoadedAt(Optional.of(column), false);
    }

    /**
     * The emitted pipeline writes the column.
     *
     * @param column such as {@code _dlt_load_time}
     * @return the way
     */
    public static LoadedAt stampedInto(String column) {
        return new LoadedAt(Optional.of(column), true);
    }

    /**
     * Nothing in a row tells when it was loaded.
     *
     * @return the way
     */
    public static LoadedAt unknown() {
        return new LoadedAt(Optional.empty(), false);
    }
}
