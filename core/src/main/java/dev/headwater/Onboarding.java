package dev.headwater;

import dev.headwater.Workspace.Site;
import dev.headwater.apply.Preflight;
import dev.headwater.change.ChangeSet;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Emission.Requirement;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Finding.Level;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Snapshot;
import dev.headwater.emit.Step;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.reconcile.EmittedFragment;
import dev.headwater.reconcile.Reconciled;
import dev.headwater.reconcile.Reconciler;
import dev.headwater.runbook.Runbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One onboarding: every emitter says what each plan needs, then each repository is reconciled. */
final class Onboarding {

    private static final List<Scope> NOBODY = List.of(Scope.loader(""));

    private final List<Site> sites;
    private final List<DataSourcePlan> plans;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    Onboarding(List<Site> sites, List<DataSourcePlan> plans) {
        this.sites = sites;
        this.plans = DataSourcePlan.join(plans);
    }

    Preview preview() {
        List<RepositoryPreview> repositories = new ArrayList<>();
        for (Site site : sites) {
            Snapshot snapshot = new Snapshot(site.repository(), site.documents());
            SiteEmission emission = emission(site, snapshot);
            Reconciled reconciled = Reconciler.reconcile(snapshot, emission.fragments(), emission.requirements());
            repositories.add(new RepositoryPreview(
                    site.repository(), reconciled.changes(), reconciled.seen(), emission.files()));
        }
        Preflight preflight = RepositoryPreview.preflight(repositories);
        List<RepositoryPreview> checked = repositories.stream()
                .map(preview -> preview.with(preflight.faults()))
                .toList();
        repositories.stream()
                .flatMap(preview -> preview.leftovers(preflight.leftovers()).stream())
                .forEach(findings::add);
        WaysIn waysIn = new WaysIn(plans, steps);
        steps.addAll(0, waysIn.steps());
        findings.addAll(waysIn.findings());
        findings.addAll(OtherMethods.findings(plans));
        List<ChangeSet> changes =
                checked.stream().map(RepositoryPreview::changes).toList();
        List<Finding> toActOn = joined(Level.ACT);
        List<Finding> notes = joined(Level.KNOW);
        return new Preview(checked, toActOn, notes, new Runbook(plans, changes, toActOn, notes, steps));
    }

    /** What is said alike of several scopes is one finding. */
    private List<Finding> joined(Level level) {
        MutedFindings muted = new MutedFindings(plans);
        Map<Finding, Set<Scope>> scopes = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.level() == level && !muted.contain(finding)) {
                scopes.computeIfAbsent(finding.concerning(NOBODY), any -> new TreeSet<>())
                        .addAll(finding.scopes());
            }
        }
        return scopes.entrySet().stream()
                .map(entry -> entry.getKey().concerning(List.copyOf(entry.getValue())))
                .sorted(Comparator.comparing(Finding::code)
                        .thenComparing(finding -> finding.scopes().get(0))
                        .thenComparing(Finding::message))
                .toList();
    }

    private SiteEmission emission(Site site, Snapshot snapshot) {
        List<EmittedFragment> fragments = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (Emitter emitter : site.emitters()) {
            for (DataSourcePlan plan : plans) {
                Emission emission = Emission.of(emitter, plan, snapshot);
                emission.fragments().forEach(fragment -> fragments.add(new EmittedFragment(fragment, emitter.name())));
                requirements.addAll(emission.requirements());
                findings.addAll(emission.findings());
                emission.steps()
                        .forEach(step -> steps.add(step.in(site.repository().name(), emitter.name())));
            }
        }
        return new SiteEmission(fragments, requirements);
    }

    /** What all emitters of one repository want of it. */
    private record SiteEmission(List<EmittedFragment> fragments, List<Requirement> requirements) {

        Map<String, Scope> files() {
            Map<String, Scope> files = new LinkedHashMap<>();
            fragments.forEach(next ->
                    files.putIfAbsent(next.fragment().home(), next.fragment().scope()));
            return files;
        }
    }
}
