package dev.headwater.dbt;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Finding;
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
        DbtProject project = new DbtProject(view, plan);
        Scope loader = Scope.loader(plan.loader().name());
        project.fault().ifPresent(fault -> out.finding(Finding.act("dbt.project", loader, fault)));
        for (Source source : plan.sources()) {
            Scope scope = loader.source(source.name());
            new SourceEntry(plan, source, project).fragments(scope).forEach(out::fragment);
            for (Table table : source.tables()) {
                Scope ofTable = scope.table(table.name());
                StagingSql sql = new StagingSql(plan, source, table, project.keywordCase());
                out.fragment(Fragment.file(ofTable, project.fileOfModel(source, table), sql.text()));
                out.fragment(new ModelEntry(plan, source, table, project)
                        .fragment(ofTable, project.fileOfDescription(source, table)));
            }
            new DbtFindings(plan, source, project, out).emit();
            new RepositoryFindings(plan, source, project, out).emit();
            new DbtSteps(plan, source, project.name(), out).emit();
        }
        return out.build();
    }
}
