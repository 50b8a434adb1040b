package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.platform.Deviation;
import dev.headwater.render.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** RB08: who may read the secrets of a new loader. */
final class SecretPolicies extends PlanPart {

    private static final Pattern PREFIX = Pattern.compile("secret:([A-Za-z0-9_+=.@-]+)/\\*");

    SecretPolicies(DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
    }

    /** Nothing, when the plan is not the first to store secrets below its prefix, or another prefix covers them. */
    @Override
    void emit() {
        boolean hasSecrets = names.serviceAccount().isPresent()
                || plan.sources().stream()
                        .anyMatch(source -> !source.method().secrets().isEmpty());
        boolean isFirst = plan.loader().isNew() || names.serviceAccount().isEmpty() && isWithoutSecrets();
        if (isFirst && platform.secretPrefix().isEmpty() && hasSecrets) {
            out.finding(Finding.act(
                    Deviation.SECRET_POLICY,
                    loader,
                    "The IAM policies of the worker and of CI do not cover secrets below " + loader
                            + "/: extend them as the step says, or neither reads them; or, where they cover a prefix"
                            + " for all loaders, name that."));
            out.step(extend());
        }
    }

    /** A loader without an account of its own had none before its first source with secrets. */
    private boolean isWithoutSecrets() {
        return existing.aws.resources(DeclaredObjects.SECRET).stream()
                .noneMatch(secret -> secret.literal("name")
                        .filter(name -> name.startsWith(loader + "/"))
                        .isPresent());
    }

    private Step extend() {
        Step step = Step.manual(
                loader,
                step("allow-secrets", loader),
                Stage.LOADER,
                "Let the worker and CI read secrets below " + MarkdownText.code(loader + "/"),
                Templates.ALLOW_SECRETS.render(Map.of("loader", loader.loader())));
        List<String> places = ofOtherLoaders();
        return places.isEmpty()
                ? step
                : step.note(places.stream()
                        .map(MarkdownText::code)
                        .collect(Collectors.joining(
                                ", ",
                                "In " + repository() + " are such statements for other loaders already, which may be"
                                        + " extended instead: ",
                                ".")));
    }

    /** Lines that let somebody read the secrets of other loaders, as {@code aws/config/iam.tf:12 (dlt/*)}. */
    private List<String> ofOtherLoaders() {
        List<String> places = new ArrayList<>();
        existing.aws.files.files().forEach((file, hcl) -> {
            List<String> lines = hcl.text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Matcher prefix = PREFIX.matcher(lines.get(i));
                if (!lines.get(i).strip().startsWith("#")
                        && prefix.find()
                        && !prefix.group(1).equals(loader.loader())) {
                    places.add(file + ":" + (i + 1) + " (" + prefix.group(1) + "/*)");
                }
            }
        });
        return places;
    }
}
