package dev.headwater;

import dev.headwater.Workspace.Site;
import dev.headwater.apply.Preflight;
import dev.headwater.change.ChangeSet;
import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Finding.Level;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.reconcile.Reconciled;
import dev.headwater.reconcile.Reconciler;
import dev.headwater.reconcile.Requirement;
import dev.headwater.reconcile.Snapshot;
import dev.headwater.reconcile.Wanted;
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
        List<Outlook> outlooks = new ArrayList<>();
        for (Site site : sites) {
            Snapshot snapshot = new Snapshot(site.repository());
            Heard heard = listen(site, snapshot.withoutOutsideLinks());
            Reconciled reconciled = Reconciler.reconcile(snapshot, heard.wanted, heard.requirements);
            outlooks.add(new Outlook(site.repository(), reconciled.changes(), reconciled.seen(), heard.wantedFiles()));
        }
        Preflight preflight = Outlook.preflight(outlooks);
        List<Outlook> checked = outlooks.stream()
                .map(outlook -> outlook.with(preflight.faults()))
                .toList();
        outlooks.stream()
                .flatMap(outlook -> outlook.leftovers(preflight.leftovers()).stream())
                .forEach(findings::add);
        List<ChangeSet> changes = checked.stream().map(Outlook::changes).toList();
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

    private Heard listen(Site site, Repository repository) {
        Heard heard = new Heard(repository);
        for (Emitter emitter : site.emitters()) {
            for (DataSourcePlan plan : plans) {
                emitter.emit(plan, repository, heard.by(emitter));
            }
        }
        return heard;
    }

    /** What was said about one repository. */
    private final class Heard {

        private final Repository repository;

        private final List<Wanted> wanted = new ArrayList<>();
        private final List<Requirement> requirements = new ArrayList<>();

        Heard(Repository repository) {
            this.repository = repository;
        }

        Map<String, Scope> wantedFiles() {
            Map<String, Scope> files = new LinkedHashMap<>();
            wanted.forEach(next ->
                    files.putIfAbsent(next.fragment().home(), next.fragment().scope()));
            return files;
        }

        Emission by(Emitter emitter) {
            return new Emission() {
                @Override
                public Emission fragment(Fragment fragment) {
                    wanted.add(new Wanted(fragment, emitter.name()));
                    return this;
                }

                @Override
                public Emission require(Address address, String why) {
                    requirements.add(new Requirement(address, why));
                    return this;
                }

                @Override
                public Emission finding(Finding finding) {
                    findings.add(finding);
                    return this;
                }

                @Override
                public Emission step(Step step) {
                    steps.add(step.in(repository.name()));
                    return this;
                }
            };
        }
    }
}
