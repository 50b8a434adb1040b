package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Names;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.ShellWord;
import dev.headwater.render.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Step 2d: look at the plan, merge; and the way back (RB26). */
final class DeploySteps {

    static final String MERGE = "terraform.merge";

    private static final String PLAN_SNOWFLAKE = "terraform.plan-snowflake";
    private static final String PLAN_AWS = "terraform.plan-aws";

    private final DataSourcePlan plan;
    private final Platform platform;
    private final Names names;
    private final ExistingTerraform existing;
    private final List<Fragment> blocks;
    private final Map<Scope, List<Address>> byScope;
    private final Emission.Builder out;
    private final List<String> beforeMerge = new ArrayList<>();

    private final Scope loader;

    DeploySteps(DataSourcePlan plan, ExistingTerraform existing, List<Fragment> blocks, Emission.Builder out) {
        this.existing = existing;
        this.plan = plan;
        this.loader = Scope.loader(plan.loader().name());
        this.platform = plan.platform();
        this.names = plan.names();
        this.blocks = blocks;
        this.byScope = blocks.stream()
                .collect(Collectors.groupingBy(
                        Fragment::scope, Collectors.mapping(Fragment::address, Collectors.toList())));
        this.out = out;
    }

    static boolean isIn(Fragment fragment, String directory) {
        return fragment.address() instanceof Address.HclBlock block
                && block.directory().equals(directory);
    }

    private Address[] written(Predicate<Fragment> wanted) {
        return blocks.stream().filter(wanted).map(Fragment::address).toArray(Address[]::new);
    }

    void emit() {
        allowSecrets();
        plan(Folder.SNOWFLAKE_CONFIG, PLAN_SNOWFLAKE);
        if (!existing.haveOneFolder()
                && blocks.stream().anyMatch(block -> isIn(block, platform.folder(Folder.AWS_CONFIG)))) {
            plan(Folder.AWS_CONFIG, PLAN_AWS);
        }
        if (plan.loader().isNew()) {
            reviewLoader();
        }
        Set<Address> addresses = Set.of(written(any -> true));
        plan.sources().stream()
                .filter(source -> addresses.contains(address(source)))
                .forEach(this::reviewSource);
        sayWhatARevertDestroys();
        merge();
    }

    /** RB08. */
    private void allowSecrets() {
        if (NewLoader.needsPolicies(plan)) {
            String id = "terraform.allow-secrets." + loader;
            Step step = Step.manual(
                    loader,
                    id,
                    Stage.LOADER,
                    "Let the worker and CI read secrets below " + MarkdownText.code(loader + "/"),
                    Templates.ALLOW_SECRETS.render(Map.of("loader", loader.loader())));
            List<String> places = new SecretPolicies(existing.aws(), loader.loader()).places();
            out.step(places.isEmpty() ? step : step.note(extended(places)));
            beforeMerge.add(id);
        }
    }

    /** The repository as steps speak of it. */
    private String repository() {
        return "the " + MarkdownText.inline(existing.snowflake().repository()) + " repository";
    }

    private String extended(List<String> places) {
        return places.stream()
                .map(MarkdownText::code)
                .collect(Collectors.joining(
                        ", ",
                        "In " + repository()
                                + " are such statements for other loaders already, which may be extended instead: ",
                        "."));
    }

    private void plan(Folder kind, String id) {
        String folder = Configuration.shown(platform.folder(kind));
        out.step(Step.command(
                        loader,
                        id,
                        Stage.SCHEMAS,
                        "Look at what Terraform plans for " + MarkdownText.code(folder),
                        "cd " + ShellWord.encode(folder) + " && terraform init && terraform plan")
                .note("From the root of " + repository() + ".")
                .covers(written(block -> isIn(block, platform.folder(kind)))));
        beforeMerge.add(id);
    }

    private void reviewLoader() {
        Step drop = Step.sql(
                        loader,
                        "terraform.drop-database." + loader,
                        Stage.SCHEMAS,
                        "Drop what is left of the loader's database",
                        "USE ROLE SYSADMIN;\nDROP DATABASE IF EXISTS " + names.database() + ";\n")
                .note("Only if the entire loader goes, and when Terraform's state has its database no longer.");
        review("terraform.review." + loader, names.databaseModule(), loader, drop);
    }

    /** RB26. */
    private void sayWhatARevertDestroys() {
        if (blocks.stream().anyMatch(Fragment::holdsData)) {
            out.finding(Finding.know(
                    Deviation.ROLLBACK_ORDER,
                    loader,
                    "Reverting the pull request destroys what it added, schemas and their data first of all; the"
                            + " rollback says what is lost and in which order to go back."));
        }
    }

    private Address address(Source source) {
        return new Address.HclBlock(
                platform.folder(Folder.SNOWFLAKE_CONFIG), "module", List.of(names.schemaModule(source)));
    }

    private void reviewSource(Source source) {
        String schema = names.database() + "." + names.schema(source);
        String helpers = source.method().helperSchemas(source, names).stream()
                .filter(helper -> !helper.shared())
                .map(helper -> "DROP SCHEMA IF EXISTS " + names.database() + "." + SqlIdentifier.encode(helper.name())
                        + " CASCADE;\n")
                .collect(Collectors.joining());
        Step drop = Step.sql(
                        loader.source(source.name()),
                        "terraform.drop-schema." + loader + "." + source.name(),
                        Stage.SCHEMAS,
                        "Drop what is left of the schema",
                        "USE ROLE SYSADMIN;\nDROP SCHEMA IF EXISTS " + schema + " CASCADE;\n" + helpers)
                .note("When Terraform's state has it no longer; before that, the next apply makes it again.");
        review(
                "terraform.review." + loader + "." + source.name(),
                names.schemaModule(source),
                loader.source(source.name()),
                drop);
    }

    /** One a scope, before the merge: in the rollback its undoing comes after the merge's. */
    private void review(String id, String module, Scope scope, Step undo) {
        Address[] covered = byScope.getOrDefault(scope, List.of()).toArray(new Address[0]);
        out.step(Step.manual(
                        scope,
                        id,
                        Stage.SCHEMAS,
                        "The plans create " + MarkdownText.code("module." + module)
                                + " and destroy and replace nothing",
                        "")
                .after(PLAN_SNOWFLAKE, PLAN_AWS)
                .covers(covered)
                .undoneBy(undo));
        beforeMerge.add(id);
    }

    private void merge() {
        Step revert = Step.manual(
                loader,
                "terraform.revert",
                Stage.SCHEMAS,
                "Revert the pull request in " + repository() + ", if the data may go",
                Templates.REVERT.render(Map.of()));
        out.step(Step.merge(
                        loader,
                        MERGE,
                        Stage.SCHEMAS,
                        "Create a pull request in " + repository() + ", get approval, and merge",
                        "CI/CD applies the changes. Go on when it is through.")
                .after(beforeMerge.toArray(new String[0]))
                .reaches(Milestone.APPLIED)
                .covers(written(any -> true))
                .undoneBy(revert));
    }
}
