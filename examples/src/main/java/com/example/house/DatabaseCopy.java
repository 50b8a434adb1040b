package com.example.house;

import dev.headwater.plan.IngestionMethod;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table.LoadMode;
import dev.headwater.plan.TableSettings;
import dev.headwater.problem.Problems;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;

/**
 * A table of a database, copied whole by the house's own job.
 *
 * @param connection the database, as the job's connections.yaml calls it
 */
public record DatabaseCopy(
        @NotNull(message = "is missing; name the connection as connections.yaml does") @Pattern(
                regexp = "[a-z][a-z0-9-]*",
                message = "is not the name of a connection; write it as connections.yaml does, such as crm-replica")
        String connection)
        implements IngestionMethod<DatabaseCopy.From> {

    /**
     * What the job needs to know of each table.
     *
     * @param schema schema of the table in its database
     * @param table name of the table there
     */
    public record From(
            @NotBlank(message = "is blank; name the schema, such as public") String schema,

            @NotBlank(message = "is blank; name the table") String table)
            implements TableSettings {}

    /** Must be the tool of the plan's loader. */
    @Override
    public String tool() {
        return "nightly_copy";
    }

    @Override
    public Class<From> tableSettings() {
        return From.class;
    }

    /** Named here, stored by people: a plan never holds a secret. */
    @Override
    public List<Secret> secrets() {
        return List.of(Secret.named("password"));
    }

    /** The job writes names in lower case and keeps nested values in one column. */
    @Override
    public RawField rawField(String path) {
        return new RawField(path.toLowerCase(Locale.ROOT), List.of());
    }

    /** What no single field can tell. */
    @Override
    public void check(Source source, Place place, Problems problems) {
        for (int i = 0; i < source.tables().size(); i++) {
            if (source.tables().get(i).loadMode() != LoadMode.REPLACE) {
                problems.add(
                        "copy.whole-table",
                        place.table(i),
                        "The job copies whole tables, and this one is appended or merged.",
                        "Say replace(), and primaryKey(...) for its key.");
            }
        }
    }
}
