package dev.headwater.plan;

import dev.headwater.problem.Problems;
import java.util.List;
import java.util.Objects;

/**
 * How a source's data gets in: step 1 of the runbook. Anybody may bring a method of their own; emitters ask for the
 * methods that they know by type and leave the others alone. Implementations are immutable values with {@code equals};
 * Jakarta constraints on their fields are judged with the plan (a module opens their package to
 * {@code org.hibernate.validator}).
 *
 * @param <T> what the method needs to know of each table
 */
public interface IngestionMethod<T extends TableSettings> {

    /**
     * The tool that does the work, such as {@code dlt}. It must be the {@link Loader#tool() tool} of the plan's loader.
     *
     * @return lower-case name of the tool
     */
    String tool();

    /**
     * The type of the settings that every table of this method must have.
     *
     * @return the settings' type
     */
    Class<T> tableSettings();

    /**
     * The secrets of the source itself that this method needs, in a fixed order.
     *
     * @return the secrets; empty when the source needs none
     */
    default List<Secret> secrets() {
        return List.of();
    }

    /**
     * Where the raw table has a field. Tools differ: most keep a nested value in one column, dlt makes a column of each
     * of its fields.
     *
     * @param path the field as the source spells it, nesting with dots, such as {@code properties.email}
     * @return its place; the column is the path's first key and the rest lies inside of it, when nobody says otherwise
     */
    default RawField rawField(String path) {
        List<String> keys = List.of(path.split("\\.", -1));
        return new RawField(keys.get(0), keys.subList(1, keys.size()));
    }

    /**
     * The place of a raw field.
     *
     * @param column name of the raw table's column, as the tool creates it
     * @param inside keys that lead down to the field in that column's nested value; empty for the column itself
     */
    record RawField(String column, List<String> inside) {

        /**
         * @param column name of the raw table's column
         * @param inside keys that lead down to the field
         */
        public RawField {
            inside = List.copyOf(Objects.requireNonNull(inside, "inside"));
        }

        /**
         * The field's name on one level.
         *
         * @return column and keys, joined by two underscores
         */
        public String name() {
            return inside.isEmpty() ? column : column + "__" + String.join("__", inside);
        }
    }

    /**
     * Judges a source that uses this method, beyond what single-field constraints say. Settings may be of a wrong type
     * or missing at this point; both are reported already. A problem of the method itself is below
     * {@link Place#method()}, as those of its constraints are, one of a table below {@link Place#table(int)}.
     *
     * @param source the source
     * @param place where the source and its parts are in the plan
     * @param problems takes what is wrong
     */
    default void check(Source source, Place place, Problems problems) {}

    /**
     * Where a source is in a plan, for the paths of problems.
     *
     * @param source path of the source, such as {@code sources[0]}
     */
    record Place(String source) {

        /** {@return the path of the source's method, such as {@code sources[0].method}} */
        public String method() {
            return source + ".method";
        }

        /**
         * The path of one of the source's tables.
         *
         * @param index its position among the source's tables, from 0
         * @return such as {@code sources[0].tables[1]}; what the method needs to know of the table is below
         *     {@code .settings}
         */
        public String table(int index) {
            return source + ".tables[" + index + "]";
        }
    }
}
