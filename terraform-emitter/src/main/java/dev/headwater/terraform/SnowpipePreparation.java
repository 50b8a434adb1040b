package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Stage;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.ShellWord;
import dev.headwater.render.SqlIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is done for Snowpipe before Terraform is planned and merged, because its pipes could not be made otherwise. */
final class SnowpipePreparation extends PlanPart {

    private final Emission blocks;

    SnowpipePreparation(DataSourcePlan plan, ExistingTerraform existing, Emission blocks, Emission.Builder out) {
        super(plan, existing, out);
        this.blocks = blocks;
    }

    /** Whether a block is a storage integration, or lets SYSADMIN use it. */
    static boolean isOfIntegration(Fragment fragment) {
        return fragment.address() instanceof Address.HclBlock block
                && block.type().equals("resource")
                && List.of("snowflake_storage_integration_aws", "snowflake_grant_privileges_to_account_role")
                        .contains(block.labels().get(0));
    }

    @Override
    void emit() {
        provider();
        for (Source source : plan.sources()) {
            if (source.method() instanceof Snowpipe<?> snowpipe) {
                StorageIntegration integration = new StorageIntegration(plan, source, snowpipe, existing, out);
                if (integration.isNew()) {
                    make(source, snowpipe);
                    trust(source, snowpipe);
                } else if (integration.obstacles().isEmpty()) {
                    showUsage(source, integration.expression());
                }
            }
        }
    }

    private void provider() {
        String needed = blocks.findings().stream()
                .filter(finding ->
                        List.of("snowpipe.provider", "snowpipe.preview").contains(finding.code()))
                .map(Finding::code)
                .distinct()
                .map(MarkdownText::code)
                .collect(Collectors.joining(" and "));
        if (!needed.isEmpty()) {
            out.step(Step.manual(
                    loader,
                    step("provider", loader),
                    Stage.SCHEMAS,
                    "Make the provider of " + MarkdownText.code(snowflake.shownFolder()) + " ready for Snowpipe",
                    "Do what the findings say under " + needed + ", in the same pull request or before it: Terraform"
                            + " can neither plan nor apply the pipes before that."));
        }
    }

    private void make(Source source, Snowpipe<?> snowpipe) {
        String targets = blocks.fragments().stream()
                .filter(fragment -> fragment.scope().equals(scope(source)) && isOfIntegration(fragment))
                .map(fragment -> " \\\n  -target="
                        + ShellWord.encode(String.join(".", ((Address.HclBlock) fragment.address()).labels())))
                .collect(Collectors.joining());
        out.step(Step.command(
                        scope(source),
                        id("make-integration", snowpipe),
                        Stage.SCHEMAS,
                        "Make the storage integration of " + MarkdownText.code("s3://" + snowpipe.bucket())
                                + " before all else",
                        "cd " + ShellWord.encode(snowflake.shownFolder()) + " && terraform init && terraform apply"
                                + targets + "\n")
                .note("From the root of " + repository() + ", on the branch with the changes. A pipe can be made only"
                        + " when the role trusts Snowflake, and whom it has to trust is known only then. Where nobody"
                        + " but CI may apply, merge these two blocks by a pull request of their own."));
    }

    private void trust(Source source, Snowpipe<?> snowpipe) {
        String role = MarkdownText.code(snowpipe.storageRole().orElse(""));
        String bucket = "arn:aws:s3:::" + snowpipe.bucket();
        out.step(Step.manual(
                        scope(source),
                        id("trust", snowpipe),
                        Stage.SCHEMAS,
                        "Let the role of the storage integration trust Snowflake",
                        Templates.TRUST.render(Map.of(
                                "integration", identifier(StorageIntegration.name(snowpipe)),
                                "role", role,
                                "objects", MarkdownText.code(bucket + "/*"),
                                "bucket", MarkdownText.code(bucket))))
                .after(id("make-integration", snowpipe))
                .undoneBy(Step.manual(
                        scope(source),
                        id("distrust", snowpipe),
                        Stage.SCHEMAS,
                        "Take Snowflake's statement out of the trust policy of " + role
                                + ", if the storage integration is gone",
                        "")));
    }

    /** Sources of one bucket and role share a step. */
    private static String id(String what, Snowpipe<?> snowpipe) {
        return "terraform." + what + "." + snowpipe.bucket() + "."
                + snowpipe.storageRole().orElse("");
    }

    private void showUsage(Source source, String expression) {
        Optional<String> name = HclExpression.parse(expression).string();
        String called = name.map(SnowpipePreparation::identifier).orElse("<integration>");
        String shown = MarkdownText.code(name.orElse(expression));
        out.step(Step.sql(
                        scope(source),
                        "terraform.integration-usage." + expression,
                        Stage.SCHEMAS,
                        "See that SYSADMIN may use the storage integration " + shown,
                        "USE ROLE SECURITYADMIN;\nSHOW GRANTS ON INTEGRATION " + called + ";\n")
                .note((name.isPresent() ? "" : "`<integration>` stands for the value of " + shown + ". ")
                        + "`USAGE` is granted to SYSADMIN, or to a role that SYSADMIN has. If not, have"
                        + " `GRANT USAGE ON INTEGRATION ... TO ROLE SYSADMIN` done where the integration is made: the"
                        + " stages cannot be made without."));
    }

    /** A name as the provider creates it, in the case that it is written in. */
    private static String identifier(String name) {
        return name.matches("[A-Z_][A-Z0-9_]*") ? SqlIdentifier.encode(name) : "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
