package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.naming.AwsSecretName;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.render.HclString;
import java.util.Map;

/**
 * A container for credentials, of which AWS has one of each name.
 *
 * @param scope whose it is
 * @param name name of the secret
 * @param label label of the resource
 * @param description what it holds
 */
record SecretContainer(Scope scope, String name, String label, String description) {

    /** Step 2c: of a new loader's user. */
    static SecretContainer ofLoader(DataSourcePlan plan) {
        return new SecretContainer(
                Scope.loader(plan.loader().name()),
                plan.names().loaderSecret(),
                plan.names().loaderSecretResource(),
                "Snowflake credentials for " + plan.names().serviceAccount().orElseThrow() + ".");
    }

    /** RB09: of a source. */
    static SecretContainer of(DataSourcePlan plan, Source source) {
        return new SecretContainer(
                Scope.loader(plan.loader().name()).source(source.name()),
                plan.names().sourceSecret(source),
                plan.names().sourceSecretResource(source),
                "Credentials of " + source.displayName() + ".");
    }

    /** Whether it had to be added. */
    boolean emit(ExistingTerraform existing, Emission.Builder out) {
        AlreadyThere others = new AlreadyThere(existing.secrets, "secret", name, DeclaredObjects.SECRET + "." + label);
        others.findings(scope).forEach(out::finding);
        if (!others.isMade()) {
            String text = Templates.SECRET.render(Map.of(
                    "label", label,
                    "name", HclString.encode(name),
                    "description", HclString.encode(description)));
            out.fragment(Fragment.hclBlock(scope, existing.aws.file("secrets.tf"), text)
                    .obstructedBy(others.obstacles()));
        }
        return !others.isMade();
    }

    /** What AWS does with such a name. */
    void caution(Emission.Builder out) {
        new AwsSecretName()
                .cautions(name)
                .forEach(caution -> out.finding(Finding.know(
                        caution.code(),
                        scope,
                        "The secret's name " + name + " " + caution.message()
                                + ": look it up by its name or by its full ARN, never by a partial one.")));
    }
}
