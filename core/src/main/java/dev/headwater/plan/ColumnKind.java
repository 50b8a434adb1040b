package dev.headwater.plan;

/** The group in which a staging model lists a column, in the order of the groups. */
public enum ColumnKind {
    /** Identifies the row or another one. */
    IDENTIFIER,
    /** Describes. */
    DIMENSION,
    /** True or false. */
    BOOLEAN,
    /** Can be summed or averaged. */
    MEASURE,
    /** A date or a point in time. */
    TIMESTAMP
}
