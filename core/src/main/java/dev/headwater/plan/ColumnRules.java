package dev.headwater.plan;

import dev.headwater.naming.DbtName;
import dev.headwater.naming.SnowflakeColumn;
import dev.headwater.naming.SnowflakeIdentifier;
import dev.headwater.plan.IngestionMethod.DerivedName;
import dev.headwater.plan.IngestionMethod.RawField;
import dev.headwater.problem.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges the columns of one table: their names in staging, and the raw columns that they come from. */
final class ColumnRules {

    private static final DbtName DBT = new DbtName();
    private static final SnowflakeColumn SNOWFLAKE = new SnowflakeColumn();

    private static final SnowflakeIdentifier STORED = new SnowflakeIdentifier();

    private final Loader loader;
    private final Source source;
    private final Table table;
    private final String path;
    private final Problems problems;
    private final NameJudge names;

    /** Which of the defined columns have been judged. */
    private final Set<Integer> judged = new HashSet<>();

    private static final String OWN_NAME = "key_field";

    /** The raw columns of this table, by name. */
    private final Map<String, Column> raw = new HashMap<>();

    ColumnRules(Loader loader, Source source, Table table, String path, Problems problems) {
        this.loader = loader;
        this.source = source;
        this.table = table;
        this.path = path;
        this.problems = problems;
        this.names = new NameJudge(problems);
    }

    void judge() {
        TakenNames taken = new TakenNames(problems);
        List<Column> all = source.stagingColumns(table);
        Set<String> siblings = all.stream().map(Column::name).collect(Collectors.toSet());
        for (Column column : all) {
            String at = place(column);
            if (!isOfBadEntity(column)) {
                judgeName(column, at, siblings);
            }
            taken.give("column", column.name().toUpperCase(Locale.ROOT), at)
                    .ifPresent(first -> taken.collision("column", column.name(), first, at, "Rename one of them."));
            judgeRaw(column, at.replaceAll("\\.name$", ".from"));
        }
    }

    /** A key's column that nobody defined is called as the field, which has the name that the API gives it. */
    private void judgeName(Column column, String at, Set<String> siblings) {
        if (at.endsWith(".name")) {
            names.judge(at, column.name(), siblings, ColumnRules::derived);
        } else {
            names.judge(
                    at,
                    column.name(),
                    derived(column.name()),
                    () -> "Give it a column of its own, such as column(\"" + OWN_NAME + "\", c -> c.from(\""
                            + column.from() + "\")...).");
        }
    }

    private static List<DerivedName> derived(String column) {
        return List.of(new DerivedName("dbt column", DBT, column), new DerivedName("column", SNOWFLAKE, column));
    }

    /** The key's column is called after the entity; a bad word is reported there. */
    private boolean isOfBadEntity(Column column) {
        boolean called = column.name().equals(table.entity() + "_id");
        return called && !DBT.check(table.entity()).isEmpty();
    }

    /** A key's column that nobody defined stands where the key does. */
    private String place(Column column) {
        for (int i = 0; i < table.columns().size(); i++) {
            Column defined = table.columns().get(i);
            if (defined.name().equals(column.name()) && defined.from().equals(column.from()) && judged.add(i)) {
                return path + ".columns[" + i + "].name";
            }
        }
        return path + ".primaryKey[" + table.primaryKey().indexOf(column.from()) + "]";
    }

    private void judgeRaw(Column column, String at) {
        RawField field = source.method().rawField(column.from());
        if (field.column().isBlank() && !column.from().isBlank()) {
            problems.add(
                    "column.raw",
                    at,
                    "The method says no raw column for \"" + column.from() + "\".",
                    "Give rawField(...) of the method a column for each field.");
        }
        if (STORED.check(field.column().toUpperCase(Locale.ROOT)).stream()
                .anyMatch(fault -> fault.code().equals("name.snowflake.length"))) {
            problems.add(
                    "name.snowflake.length",
                    at,
                    "The field \"" + column.from().substring(0, 60)
                            + "...\" is longer than Snowflake's 255 characters.",
                    "Leave it out; its column gets another name in the warehouse.");
        }
        loader.loadedAt()
                .stamp()
                .filter(field.column()::equals)
                .ifPresent(stamp -> problems.add(
                        "name.collision",
                        at,
                        "The raw column \"" + stamp + "\" is that of the load time already.",
                        "Stamp the load time into another column with loadedAt(...), or leave the field out."));
        Column first = raw.putIfAbsent(field.name(), column);
        if (first != null) {
            judgeTwin(first, column, field, at);
        }
        keptWhole(column, field)
                .ifPresent(whole -> problems.add(
                        "column.nested",
                        at,
                        "\"" + column.from() + "\" has no column of its own, because \"" + whole.from()
                                + "\" is kept as JSON.",
                        "Take one of the two."));
    }

    private void judgeTwin(Column first, Column column, RawField field, String at) {
        if (!first.from().equals(column.from())) {
            problems.add(
                    "name.collision",
                    at,
                    "The raw column \"" + field.name() + "\" is that of the field \"" + first.from() + "\" already.",
                    "Take one of the two fields.");
        } else if (!first.type().equals(column.type())
                && first.type().isPresent()
                && column.type().isPresent()) {
            problems.add(
                    "column.type",
                    at,
                    "The field \"" + column.from() + "\" is read as "
                            + first.type().orElseThrow() + " and as "
                            + column.type().orElseThrow() + ".",
                    "A raw column has one type; give both columns the same.");
        }
    }

    /** The column that keeps a nested value as it is, so that the fields in it have no columns. */
    private Optional<Column> keptWhole(Column column, RawField field) {
        return table.columns().stream()
                .filter(other -> field.inside().isEmpty())
                .filter(other -> other.type().filter(ColumnType.JSON::equals).isPresent())
                .filter(other -> column.from().startsWith(other.from() + "."))
                .findFirst();
    }
}
