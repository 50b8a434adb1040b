package dev.headwater.plan;

import dev.headwater.naming.NamingRule;
import dev.headwater.problem.Problems;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a source's data gets in: step 1 of the runbook. A method brings what is its own, and two answers are all that it
 * owes. Anybody may bring one; emitters ask for the methods that they know by type and leave the others alone.
 * Implementations are immutable values with {@code equals}; Jakarta constraints on their fields are judged with the
 * plan (a module opens their package to {@code org.hibernate.validator}), and so are the names in their answers. An
 * answer that is null is a {@link NullPointerException} that names the question, when the plan is judged.
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
     * What a source's name becomes in this method's own targets, such as the module of a Python tool. Schema, Terraform
     * labels, secrets, dbt's source and Prefect's deployment are judged for every method.
     *
     * @param source the source
     * @param names the names that every plan derives
     * @return the further names; a plan in which one of them does not hold is not built
     */
    default List<DerivedName> names(Source source, Names names) {
        return List.of();
    }

    /**
     * What a table's name becomes in this method's own targets, beside the table in Snowflake and the staging model.
     *
     * @param table the table
     * @return the further names
     */
    default List<DerivedName> names(Table table) {
        return List.of();
    }

    /**
     * What a secret's name becomes in this method's own targets, beside the key in the source's JSON.
     *
     * @param secret the secret
     * @return the further names
     */
    default List<DerivedName> names(Secret secret) {
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
            column = Objects.requireNonNullElse(column, "");
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
     * The schemas that the tool makes in the loader's database beside the source's own.
     *
     * @param source the source
     * @param names the names that every plan derives
     * @return the schemas, in a fixed order
     */
    default List<HelperSchema> helperSchemas(Source source, Names names) {
        return List.of();
    }

    /**
     * Where outside of Snowflake the tool finds a table's data, if all of what lies there is that table's.
     *
     * @param source the table's source
     * @param table the table
     * @param names the names that every plan derives
     * @return such as {@code s3://data-lake/crm/}; one that lies inside of another table's is a problem
     *     {@code location.shared}
     */
    default Optional<String> location(Source source, Table table, Names names) {
        return Optional.empty();
    }

    /**
     * How the loads of a source are run.
     *
     * @param source the source
     * @param names the names that every plan derives
     * @return the way; empty when nobody starts them, because the tool runs by itself
     */
    default Optional<Run> run(Source source, Names names) {
        return Optional.empty();
    }

    /**
     * What is done for a source outside of the repositories, such as the fields of a tool's own console.
     *
     * @param plan the plan, which holds in everything else
     * @param source the source
     * @return the steps, in their order
     */
    default List<OutsideStep> outsideSteps(DataSourcePlan plan, Source source) {
        return List.of();
    }

    /**
     * What the tool does that those have to know who read its tables.
     *
     * @return the traits
     */
    default Set<Trait> traits() {
        return Set.of();
    }

    /**
     * What a name of the plan becomes in one target system.
     *
     * @param what what it is there, in a word or two, such as {@code Kafka topic}
     * @param rule the target's rule
     * @param name the derived name
     */
    record DerivedName(String what, NamingRule rule, String name) {

        /**
         * @param what what it is there
         * @param rule the target's rule
         * @param name the derived name
         */
        public DerivedName {
            Objects.requireNonNull(rule, "rule");
            what = Objects.requireNonNullElse(what, rule.target());
            name = Objects.requireNonNullElse(name, "");
        }
    }

    /**
     * A schema that the tool makes by itself.
     *
     * @param name its name, a {@link dev.headwater.naming.SnowflakeIdentifier}
     * @param shared whether all sources of the loader share it, so that it stays when one of them goes
     */
    record HelperSchema(String name, boolean shared) {

        /**
         * @param name its name
         * @param shared whether all sources of the loader share it
         */
        public HelperSchema {
            name = Objects.requireNonNullElse(name, "");
        }
    }

    /** How somebody runs loads. */
    sealed interface Run {

        /**
         * A function without parameters, which returns when the data is there.
         *
         * @param module its module, such as {@code pipelines.hubspot}: {@linkplain dev.headwater.naming.PythonName
         *     names} that are joined by dots
         * @param function its name in the module
         */
        record PythonCallable(String module, String function) implements Run {

            /**
             * @param module its module
             * @param function its name in the module
             */
            public PythonCallable {
                module = Objects.requireNonNullElse(module, "");
                function = Objects.requireNonNullElse(function, "");
            }
        }

        /**
         * A job of another system, which somebody starts and waits for.
         *
         * @param name the job as people find it there, such as {@code hubspot_to_snowflake}
         */
        record RemoteJob(String name) implements Run {

            /** @param name the job as people find it there */
            public RemoteJob {
                name = Objects.requireNonNullElse(name, "");
            }
        }
    }

    /**
     * Something that a person does outside of the repositories.
     *
     * @param id stable name of the step, unique among those of the source, such as {@code connection}
     * @param title what is done, as a short sentence without a full stop; Markdown
     * @param markdown how
     * @param loads whether the source's data is there afterwards; else it belongs to the work before that, and somebody
     *     else has to bring the data in
     * @param wayBack how it is undone, as a short sentence without a full stop; Markdown, empty when nothing is to be
     *     done
     */
    record OutsideStep(String id, String title, String markdown, boolean loads, String wayBack) {

        /**
         * @param id stable name of the step
         * @param title what is done
         * @param markdown how
         * @param loads whether the source's data is there afterwards
         * @param wayBack how it is undone
         */
        public OutsideStep {
            id = Objects.requireNonNullElse(id, "");
            title = Objects.requireNonNullElse(title, "");
            markdown = Objects.requireNonNullElse(markdown, "");
            wayBack = Objects.requireNonNullElse(wayBack, "");
        }

        /**
         * One that is not undone.
         *
         * @param id stable name of the step
         * @param title what is done
         * @param markdown how
         * @param loads whether the source's data is there afterwards
         */
        public OutsideStep(String id, String title, String markdown, boolean loads) {
            this(id, title, markdown, loads, "");
        }
    }

    /** What a tool does that those have to know who read its tables. */
    enum Trait {
        /** It makes a table only when the first row comes. */
        TABLE_WITH_FIRST_ROW,
        /** It writes no load time by itself, but what is emitted for it can stamp one into each row. */
        STAMPS_LOAD_TIME,
        /** It records its runs in a table {@code _dlt_loads}, and what is emitted for it keeps a heartbeat (RB35). */
        RECORDS_RUNS
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
