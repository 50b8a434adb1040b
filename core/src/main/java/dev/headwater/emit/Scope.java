package dev.headwater.emit;

import java.util.Objects;
import java.util.Optional;

/**
 * Whom something is there for: a loader, one of its sources, or one table of a source.
 *
 * @param loader name of the loader
 * @param source name of the source; empty when it is there for the whole loader
 * @param table name of the table; empty when it is there for the whole source
 */
public record Scope(String loader, Optional<String> source, Optional<String> table) implements Comparable<Scope> {

    /**
     * @param loader name of the loader
     * @param source name of the source
     * @param table name of the table
     */
    public Scope {
        Objects.requireNonNull(loader, "loader");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(table, "table");
    }

    /**
     * The scope of a loader.
     *
     * @param name name of the loader
     * @return the scope
     */
    public static Scope loader(String name) {
        return new Scope(Objects.requireNonNull(name, "name"), Optional.empty(), Optional.empty());
    }

    /**
     * The scope of a source of this loader.
     *
     * @param name name of the source
     * @return the scope
     */
    public Scope source(String name) {
        return new Scope(loader, Optional.of(Objects.requireNonNull(name, "name")), Optional.empty());
    }

    /**
     * The scope of a table of this source.
     *
     * @param name name of the table
     * @return the scope
     */
    public Scope table(String name) {
        return new Scope(loader, source, Optional.of(Objects.requireNonNull(name, "name")));
    }

    @Override
    public int compareTo(Scope other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return loader
                + source.map(name -> "." + name).orElse("")
                + table.map(name -> "." + name).orElse("");
    }
}
