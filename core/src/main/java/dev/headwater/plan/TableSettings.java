package dev.headwater.plan;

/**
 * What one ingestion method needs to know of a table, such as the endpoint of an API or the prefix of files. Each
 * {@link IngestionMethod} has its own type of it.
 */
public interface TableSettings {

    /** The settings of methods that need to know nothing of a table. */
    enum None implements TableSettings {
        /** Nothing. */
        NONE
    }
}
