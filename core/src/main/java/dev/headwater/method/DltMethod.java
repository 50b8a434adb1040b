package dev.headwater.method;

import dev.headwater.naming.DltName;
import dev.headwater.naming.EnvironmentVariable;
import dev.headwater.naming.FileName;
import dev.headwater.naming.PythonModule;
import dev.headwater.plan.IngestionMethod;
import dev.headwater.plan.Names;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.plan.Table.LoadMode;
import dev.headwater.plan.TableSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A method that runs as a Python pipeline of dlt: what all of them have in common.
 *
 * @param <T> what the method needs to know of each table
 */
public interface DltMethod<T extends TableSettings> extends IngestionMethod<T> {

    @Override
    default String tool() {
        return "dlt";
    }

    @Override
    default List<DerivedName> names(Source source, Names names) {
        String module = names.module(source);
        return List.of(
                new DerivedName("Python module", new PythonModule(), module),
                new DerivedName("file", new FileName(), module),
                new DerivedName("dlt source", new DltName(), module));
    }

    @Override
    default List<DerivedName> names(Table table) {
        return List.of(new DerivedName("dlt resource", new DltName(), table.name()));
    }

    @Override
    default List<DerivedName> names(Secret secret) {
        return List.of(
                new DerivedName("argument", new DltArgument(), secret.name()),
                new DerivedName("argument", new DltName(), secret.name()),
                new DerivedName("Python argument", new PythonModule(), secret.name()),
                new DerivedName(
                        "environment variable",
                        new EnvironmentVariable(),
                        secret.name().toUpperCase(Locale.ROOT)));
    }

    /** A column each field: dlt makes one of each nested value's fields as well. */
    @Override
    default RawField rawField(String path) {
        return new RawField(DltName.column(path), List.of());
    }

    /** Rows to be merged come into a schema of their own first. */
    @Override
    default List<HelperSchema> helperSchemas(Source source, Names names) {
        return source.tables().stream().anyMatch(table -> table.loadMode() == LoadMode.MERGE)
                ? List.of(new HelperSchema(names.schema(source) + "_STAGING", false))
                : List.of();
    }

    @Override
    default Optional<Run> run(Source source, Names names) {
        return Optional.of(new Run.PythonCallable(names.pipeline(source), "run"));
    }

    @Override
    default Set<Trait> traits() {
        return Set.of(Trait.values());
    }
}
