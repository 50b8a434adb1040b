package dev.headwater.method;

import dev.headwater.plan.Table;
import dev.headwater.plan.Table.LoadMode;
import java.util.Locale;

/** How Airbyte synchronizes a stream, by the table's load mode and whether there is a cursor. */
public enum SyncMode {
    /** All rows replace the table. */
    FULL_REFRESH_OVERWRITE("Full refresh | Overwrite"),
    /** All rows are added. */
    FULL_REFRESH_APPEND("Full refresh | Append"),
    /** All rows replace the table, one a key. */
    FULL_REFRESH_OVERWRITE_DEDUPED("Full refresh | Overwrite + Deduped"),
    /** New rows are added. */
    INCREMENTAL_APPEND("Incremental | Append"),
    /** New rows are added, or replace the row with the same key. */
    INCREMENTAL_DEDUPED_HISTORY("Incremental | Append + Deduped");

    private final String label;

    SyncMode(String label) {
        this.label = label;
    }

    /**
     * The mode of a table.
     *
     * @param table the table
     * @return the mode that does what the table's load mode says
     */
    public static SyncMode of(Table table) {
        boolean incremental = table.cursor().isPresent()
                || table.settings(Airbyte.Stream.class)
                        .map(Airbyte.Stream::hasOwnCursor)
                        .orElse(false);
        LoadMode mode = table.loadMode();
        if (mode == LoadMode.MERGE) {
            return incremental ? INCREMENTAL_DEDUPED_HISTORY : FULL_REFRESH_OVERWRITE_DEDUPED;
        }
        if (mode == LoadMode.APPEND) {
            return incremental ? INCREMENTAL_APPEND : FULL_REFRESH_APPEND;
        }
        return FULL_REFRESH_OVERWRITE;
    }

    /** {@return the value of {@code syncMode} in Airbyte's API, such as {@code incremental_append}} */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the words of Airbyte's console} */
    public String label() {
        return label;
    }
}
