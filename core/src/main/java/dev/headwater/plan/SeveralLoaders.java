package dev.headwater.plan;

import dev.headwater.plan.IngestionMethod.Run;
import dev.headwater.plan.Loader.Scheduler;
import dev.headwater.problem.Problems;
import java.util.function.IntFunction;

/** Whether names of plans for different loaders are one: each plan on its own is judged already. */
final class SeveralLoaders {

    private static final String RENAME = "Rename one of them.";
    private static final String ONE_MAKES_IT = "Name another one, or leave asNew() out of one of the loaders.";

    private final TakenNames taken;

    SeveralLoaders(Problems problems) {
        this.taken = new TakenNames(problems);
    }

    /** Takes the names of a plan, after those of the plans before it. */
    void take(DataSourcePlan plan, IntFunction<String> paths) {
        String first = paths.apply(0);
        taken.take(
                "loader",
                plan.loader().name(),
                first.substring(0, first.lastIndexOf(".sources")) + ".loader.name",
                "Define it once, and give both plans that one.");
        takeAccountObjects(plan, first.substring(0, first.lastIndexOf(".sources")) + ".loader");
        for (int i = 0; i < plan.sources().size(); i++) {
            take(plan, plan.sources().get(i), paths.apply(i));
        }
    }

    /** Two loaders may use one database or user, but only one of them can make it. */
    private void takeAccountObjects(DataSourcePlan plan, String loader) {
        if (plan.loader().isNew()) {
            taken.take("new database", plan.names().database(), loader + ".database", ONE_MAKES_IT);
            plan.names()
                    .serviceAccount()
                    .ifPresent(user -> taken.take("new user", user, loader + ".serviceAccount", ONE_MAKES_IT));
        }
    }

    private void take(DataSourcePlan plan, Source source, String path) {
        Names names = plan.names();
        String name = path + ".name";
        String schema = names.database() + "." + names.schema(source);
        boolean free =
                taken.take("schema", schema, name, "Rename one of them, or give the loaders different databases.")
                        && taken.take("Terraform module", names.schemaModule(source), name, RENAME);
        // Whose module is that of another one has its dbt source and its secret as well, which is the same mistake.
        if (free) {
            source.method().helperSchemas(source, names).stream()
                    .filter(helper -> !helper.shared())
                    .forEach(helper -> taken.take("schema", names.database() + "." + helper.name(), name, RENAME));
            if (source.method().run(source, names).orElse(null) instanceof Run.PythonCallable callable) {
                takeModule(plan, source, callable.module(), name);
            }
            for (int i = 0; i < source.tables().size(); i++) {
                Table table = source.tables().get(i);
                String at = path + ".tables[" + i + "]";
                taken.take("staging model", names.stagingModel(source, table), at + ".name", RENAME);
                source.method().location(source, table, names).ifPresent(location -> taken.settle(location, at));
            }
        }
    }

    private void takeModule(DataSourcePlan plan, Source source, String module, String path) {
        boolean free = taken.take("Python module", module, path, RENAME);
        if (free && plan.loader().scheduler() == Scheduler.PREFECT) {
            taken.take("deployment", plan.names().deployment(source), path, RENAME);
        }
    }
}
