package dev.headwater.plan;

/** What a run does with the rows that are there already; dlt's write dispositions. */
public enum LoadMode {
    /** The table is emptied first. */
    REPLACE,
    /** Rows are added. */
    APPEND,
    /** Rows are added, or replace the row with the same key. */
    MERGE
}
