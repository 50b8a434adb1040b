package dev.headwater.plan;

/** How a raw column arrives in the warehouse. */
public enum ColumnType {
    /** Text. */
    STRING,
    /** Whole number. */
    INTEGER,
    /** Decimal number with a fixed scale. */
    NUMBER,
    /** Floating-point number. */
    FLOAT,
    /** True or false. */
    BOOLEAN,
    /** Date without a time. */
    DATE,
    /** Point in time, with a time zone or an offset; staging converts it to UTC (RB33). */
    TIMESTAMP_TZ,
    /** Date and time without a time zone; staging only casts it. */
    TIMESTAMP_NTZ,
    /** Nested value that is kept as it is. */
    JSON;

    /**
     * The kind of a column of this type when nobody says otherwise.
     *
     * @return timestamp, boolean or dimension
     */
    public Column.Kind usualKind() {
        return switch (this) {
            case DATE, TIMESTAMP_TZ, TIMESTAMP_NTZ -> Column.Kind.TIMESTAMP;
            case BOOLEAN -> Column.Kind.BOOLEAN;
            case STRING, INTEGER, NUMBER, FLOAT, JSON -> Column.Kind.DIMENSION;
        };
    }
}
