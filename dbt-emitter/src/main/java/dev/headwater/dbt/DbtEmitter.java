package dev.headwater.dbt;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;

/** Writes step 6 of the runbook: the dbt source, and a staging model for each table, whoever loads it. */
public final class DbtEmitter implements Emitter {

    /** The emitter; it has no settings of its own. */
    public DbtEmitter() {}

    @Override
    public String name() {
        return "dbt";
    }

    @Override
    public Emission emit(DataSourcePlan plan, RepositoryView view) {
        Emission.Builder out = Emission.builder();
        DbtProject project = DbtProject.of(plan, view);
        RepositoryFindings others = new RepositoryFindings(plan, project, out);
        others.ofProject();
        for (Source source : plan.sources()) {
            Scope scope = Scope.loader(plan.loader().name()).source(source.name());
            SourceEntry entry = new SourceEntry(plan, source, project);
            entry.fragments(scope).forEach(out::fragment);
            for (Table table : source.tables()) {
                String file = project.models().fileOfModel(plan.names().stagingModel(source, table));
                StagingSql sql = new StagingSql(plan, source, table, project.keywordCase());
                out.fragment(Fragment.file(scope.table(table.name()), file, sql::text));
                out.fragment(new ModelEntry(plan, source, table, project).fragment(scope.table(table.name())));
            }
            new DbtFindings(plan, source, project, entry, out).emit();
            others.of(source);
            new DbtSteps(plan, source, view.name(), out).emit();
        }
        return out.build();
    }
}
