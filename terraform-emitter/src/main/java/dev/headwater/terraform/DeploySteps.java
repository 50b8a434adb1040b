package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
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
final class DeploySteps extends PlanPart {

    static final String MERGE = "terraform.merge";

    private static final String PLAN_SNOWFLAKE = "terraform.plan-snowflake";
    private static final String PLAN_AWS = "terraform.plan-aws";

    private final List<Fragment> blocks;
    private final List<String> beforeMerge;

    DeploySteps(DataSourcePlan plan, ExistingTerraform existing, Emission blocks, Emission.Builder out) {
        super(plan, existing, out);
        this.blocks = blocks.fragments();
        this.beforeMerge = new ArrayList<>(blocks.steps().stream().map(Step::id).toList());
    }

    static boolean isIn(Fragment fragment, String directory) {
        Address address = fragment.address() instanceof Address.HclElement part ? part.block() : fragment.address();
        return address instanceof Address.HclBlock block && block.directory().equals(directory);
    }

    private Address[] written(Predicate<Fragment> wanted) {
        return blocks.stream().filter(wanted).map(Fragment::address).toArray(Address[]::new);
    }

    @Override
    void emit() {
        plan(snowflake, PLAN_SNOWFLAKE);
        if (!existing.haveOneFolder() && written(block -> isIn(block, existing.aws.folder())).length > 0) {
            plan(existing.aws, PLAN_AWS);
        }
        if (plan.loader().isNew()) {
            reviewLoader();
        }
        Set<Address> written = Set.copyOf(List.of(written(any -> true)));
        for (Source source : plan.sources()) {
            if (written.contains(module(names.schemaModule(source)))) {
                reviewSource(source);
            } else if (source.method() instanceof Snowpipe<?> snowpipe) {
                addBeforeMerge(reviewOfPipes(source, snowpipe));
            }
        }
        sayWhatARevertDestroys();
        merge();
    }

    private void plan(Configuration configuration, String id) {
        String folder = configuration.shownFolder();
        addBeforeMerge(Step.command(
                        loader,
                        id,
                        Stage.SCHEMAS,
                        "Look at what Terraform plans for " + MarkdownText.code(folder),
                        "cd " + ShellWord.encode(folder) + " && terraform init && terraform plan")
                .note("From the root of " + repository() + ".")
                .covers(written(block -> isIn(block, configuration.folder()))));
    }

    private void reviewLoader() {
        Step drop = Step.sql(
                        loader,
                        step("drop-database", loader),
                        Stage.SCHEMAS,
                        "Drop what is left of the loader's database",
                        "USE ROLE SYSADMIN;\nDROP DATABASE IF EXISTS " + names.database() + ";\n")
                .note("Only if the entire loader goes, and when Terraform's state has its database no longer.");
        addBeforeMerge(review(names.databaseModule(), loader).undoneBy(drop));
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

    private void reviewSource(Source source) {
        String schema = names.database() + "." + names.schema(source);
        String helpers = source.method().helperSchemas(source, names).stream()
                .filter(helper -> !helper.shared())
                .map(helper -> "DROP SCHEMA IF EXISTS " + names.database() + "." + SqlIdentifier.encode(helper.name())
                        + " CASCADE;\n")
                .collect(Collectors.joining());
        Step drop = Step.sql(
                        scope(source),
                        step("drop-schema", scope(source)),
                        Stage.SCHEMAS,
                        "Drop what is left of the schema",
                        "USE ROLE SYSADMIN;\nDROP SCHEMA IF EXISTS " + schema + " CASCADE;\n" + helpers)
                .note("When Terraform's state has it no longer; before that, the next apply makes it again.");
        Step review = source.method() instanceof Snowpipe<?> snowpipe
                ? reviewOfPipes(source, snowpipe)
                : review(names.schemaModule(source), scope(source));
        addBeforeMerge(review.undoneBy(drop));
    }

    /** One a scope, before the merge: in the rollback its undoing comes after the merge's. */
    private Step review(String module, Scope scope) {
        return review(
                scope,
                "The plans create " + MarkdownText.code("module." + module) + " and destroy and replace nothing",
                "");
    }

    private Step reviewOfPipes(Source source, Snowpipe<?> snowpipe) {
        Scope scope = scope(source);
        return review(
                scope,
                "For " + MarkdownText.inline(source.displayName())
                        + " the plans do no more than this, and destroy and replace nothing",
                new SnowpipeReview(
                                blocks.stream()
                                        .filter(block -> block.scope().equals(scope))
                                        .toList(),
                                snowpipe.bucket(),
                                platform.awsProfile())
                        .body());
    }

    private Step review(Scope scope, String title, String body) {
        return Step.manual(scope, step("review", scope), Stage.SCHEMAS, title, body)
                .after(PLAN_SNOWFLAKE, PLAN_AWS)
                .covers(written(block -> block.scope().equals(scope)));
    }

    private void addBeforeMerge(Step step) {
        out.step(step);
        beforeMerge.add(step.id());
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
