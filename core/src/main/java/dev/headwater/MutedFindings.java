package dev.headwater;

import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The findings that plans leave out: on the whole platform, of a source with its tables, or of one table. */
final class MutedFindings {

    private final Set<String> everywhere = new HashSet<>();
    private final Map<Scope, Set<String>> ofScope = new HashMap<>();

    MutedFindings(List<DataSourcePlan> plans) {
        plans.forEach(this::add);
    }

    private void add(DataSourcePlan plan) {
        everywhere.addAll(plan.platform().muted());
        Scope loader = Scope.loader(plan.loader().name());
        for (Source source : plan.sources()) {
            Scope scope = loader.source(source.name());
            add(scope, source.muted());
            for (Table table : source.tables()) {
                add(scope.table(table.name()), table.muted());
            }
        }
    }

    private void add(Scope scope, Set<String> codes) {
        if (!codes.isEmpty()) {
            ofScope.put(scope, codes);
        }
    }

    boolean contain(Finding finding) {
        return everywhere.contains(finding.code())
                || finding.scopes().stream().allMatch(scope -> isMuted(finding.code(), scope));
    }

    private boolean isMuted(String code, Scope scope) {
        Scope ofSource = new Scope(scope.loader(), scope.source(), Optional.empty());
        return muted(ofSource).contains(code) || muted(scope).contains(code);
    }

    private Set<String> muted(Scope scope) {
        return ofScope.getOrDefault(scope, Set.of());
    }
}
