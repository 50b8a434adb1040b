package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.naming.AwsSecretName;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.render.HclString;
import java.util.Map;

/** RB09: a container for the source's own credentials. */
final class SourceSecret {

    private final DataSourcePlan plan;
    private final Source source;
    private final ExistingTerraform surroundings;
    private final Emission.Builder out;

    SourceSecret(DataSourcePlan plan, Source source, ExistingTerraform surroundings, Emission.Builder out) {
        this.plan = plan;
        this.source = source;
        this.surroundings = surroundings;
        this.out = out;
    }

    /** Whether the plan writes a container for a source. */
    static boolean isWritten(DataSourcePlan plan, Source source) {
        return !plan.platform().asWritten(Deviation.SOURCE_SECRET)
                && !source.method().secrets().isEmpty();
    }

    void emit() {
        Scope scope = Scope.loader(plan.loader().name()).source(source.name());
        String name = plan.names().sourceSecret(source);
        String label = plan.names().sourceSecretResource(source);
        Configuration aws = surroundings.aws();
        AlreadyThere others =
                new AlreadyThere(surroundings.secrets(), "secret", name, DeclaredObjects.SECRET + "." + label);
        if (isWritten(plan, source)) {
            others.findings(scope).forEach(out::finding);
        }
        if (isWritten(plan, source) && !others.isMade()) {
            String text = Templates.SECRET.render(Map.of(
                    "label", label,
                    "name", HclString.encode(name),
                    "description", HclString.encode("Credentials of " + source.displayName() + ".")));
            out.fragment(Fragment.hclBlock(scope, aws.file("secrets.tf"), text).obstructedBy(others.obstacles()));
            out.finding(Finding.know(
                    Deviation.SOURCE_SECRET, scope, "The source's own credentials get a container of their own."));
        }
        new AwsSecretName()
                .cautions(name)
                .forEach(caution -> out.finding(Finding.know(
                        caution.code(),
                        scope,
                        "The secret's name " + name + " " + caution.message()
                                + ": look it up by its name or by its full ARN, never by a partial one.")));
    }
}
