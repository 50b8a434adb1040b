package dev.headwater.dbt;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.plan.IngestionMethod.Trait;
import dev.headwater.plan.LoadedAt;
import dev.headwater.plan.Names;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.render.JsonString;
import java.util.Optional;

/**
 * From what dbt learns when data was loaded.
 *
 * @param key {@code loaded_at_field} or {@code loaded_at_query}
 * @param value a column, an expression or a query; Jinja in it is meant as code
 */
record LoadTime(String key, String value) {

    static final String FIELD = "loaded_at_field";
    static final String QUERY = "loaded_at_query";

    private static final String RUNS = "._dlt_loads where status = 0 and schema_name = ";

    /** With RB13 as written, the runbook's column, whoever writes it. */
    static Optional<LoadTime> of(DataSourcePlan plan) {
        if (plan.platform().asWritten(Deviation.LOAD_TIME) && canStamp(plan)) {
            return Optional.of(new LoadTime(FIELD, "_dlt_load_time"));
        }
        LoadedAt loadedAt = plan.loader().loadedAt();
        return loadedAt.field()
                .map(field -> new LoadTime(FIELD, field))
                .or(() -> loadedAt.query().map(query -> new LoadTime(QUERY, query)));
    }

    /** What dbt goes by for one source: its runs where the plan asks for that (RB35), else what the loader tells. */
    static Optional<LoadTime> of(DataSourcePlan plan, Source source, Dialect dialect) {
        return source.freshness().filter(Freshness::isOfRuns).isPresent()
                ? Optional.of(ofRuns(plan.names(), source, dialect))
                : of(plan);
    }

    /** Before 1.10 dbt knows no query, but takes one for an expression, which cannot say {@code this}. */
    private static LoadTime ofRuns(Names names, Source source, Dialect dialect) {
        String schema = dialect == Dialect.CONFIG
                ? "{{ this.database }}.{{ this.schema }}"
                : names.database() + "." + names.schema(source);
        String query = "select max(inserted_at) from " + schema + RUNS + "'" + names.module(source) + "'";
        return dialect == Dialect.CONFIG ? new LoadTime(QUERY, query) : new LoadTime(FIELD, "(" + query + ")");
    }

    private static boolean canStamp(DataSourcePlan plan) {
        return plan.sources().stream()
                .anyMatch(source -> source.method().traits().contains(Trait.STAMPS_LOAD_TIME));
    }

    boolean isOfRuns() {
        return value.contains(RUNS);
    }

    /** The Java that gives a plan's loader this load time. */
    String setting(DataSourcePlan plan) {
        if (key.equals(FIELD) && value.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            return columnSetting(plan, value);
        }
        String way = key.equals(QUERY) ? "query" : "expression";
        return "loader.loadedAt(LoadedAt." + way + "(" + JsonString.encode(value) + "))";
    }

    /** The Java that gives a plan's loader a column for its load time, which the emitted source may have to write. */
    static String columnSetting(DataSourcePlan plan, String column) {
        boolean stamped = plan.loader().loadedAt().stamp().isPresent() || canStamp(plan);
        return "loader.loadedAt(LoadedAt." + (stamped ? "stampedInto" : "writtenTo") + "(" + JsonString.encode(column)
                + "))";
    }
}
