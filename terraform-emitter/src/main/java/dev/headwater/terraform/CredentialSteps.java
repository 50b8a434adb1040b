package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Platform;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.PythonString;
import dev.headwater.render.ShellWord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts keys and secrets where the work will look for them. No value is in the document: each is made or asked for. */
final class CredentialSteps extends PlanPart {

    CredentialSteps(DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
    }

    @Override
    void emit() {
        if (plan.loader().isNew()) {
            names.serviceAccount().ifPresent(account -> {
                storeKey(account);
                setKey(account);
            });
        }
        plan.sources().stream()
                .filter(source -> !source.method().secrets().isEmpty())
                .forEach(this::storeSecrets);
    }

    /** RB07: JSON in the shape that the loader reads, made by a program and not by splicing text. */
    private void storeKey(String account) {
        String fields = plan.loader().credentialFields().stream()
                .map(field -> PythonString.encode(field) + ": " + value(field, account) + ",")
                .collect(Collectors.joining("\n"));
        String program = Templates.CREDENTIALS.render(Map.of("fields", fields)).strip();
        out.step(Step.command(
                        loader,
                        step("store-key", loader),
                        Stage.CREDENTIALS,
                        "Make a key pair for " + MarkdownText.code(account) + ", store the credentials in "
                                + MarkdownText.code(names.loaderSecret()) + ", and see the public key",
                        Templates.STORE_KEY.render(Map.of(
                                "program", ShellWord.encode(program),
                                "secret", ShellWord.encode(names.loaderSecret()),
                                "profile", ShellWord.encode(platform.awsProfile()))))
                .after(DeploySteps.MERGE)
                .reaches(Milestone.CREDENTIALS_STORED)
                .covers(secret(names.loaderSecret(), names.loaderSecretResource())));
    }

    private String value(String field, String account) {
        return switch (field) {
            case "database" -> PythonString.encode(names.database());
            case "warehouse" -> PythonString.encode(platform.warehouse());
            case "role", "username", "user" -> PythonString.encode(account);
            case "host", "account" -> "ask(\"Snowflake account (organization-account)\")";
            case "private_key" -> "key";
            default -> "getpass.getpass(" + PythonString.encode(field + ": ") + ")";
        };
    }

    /** RB06. */
    private void setKey(String account) {
        String id = step("set-key", loader);
        String user = names.userModule().orElseThrow();
        Step step = new UserKey(snowflake)
                .variable()
                .map(variable -> Step.manual(
                        loader,
                        id,
                        Stage.CREDENTIALS,
                        "Put the public key into the argument " + MarkdownText.code(variable) + " of "
                                + MarkdownText.code("module." + user) + ", in a pull request of its own, and merge it",
                        ""))
                .orElseGet(() -> Step.sql(
                        loader,
                        id,
                        Stage.CREDENTIALS,
                        "Set the public key that the step before has shown",
                        "USE ROLE USERADMIN;\nALTER USER " + account + " SET RSA_PUBLIC_KEY = '<public key>';\n"));
        out.step(step.after(step("store-key", loader)).covers(module(user)));
    }

    private void storeSecrets(Source source) {
        String name = names.sourceSecret(source);
        boolean contained = !platform.asWritten(Deviation.SOURCE_SECRET)
                || existing.secrets.maker(name).isPresent();
        List<String> keys = source.method().secrets().stream().map(Secret::name).toList();
        String action = contained ? "put-secret-value --secret-id" : "create-secret --name";
        Step step = Step.command(
                        scope(source),
                        step("store-secret", scope(source)),
                        Stage.CREDENTIALS,
                        "Store the credentials of " + MarkdownText.inline(source.displayName()) + " in "
                                + MarkdownText.code(name),
                        store(keys, action, name, platform))
                .note("Each value is asked for.")
                .after(DeploySteps.MERGE)
                .reaches(Milestone.CREDENTIALS_STORED)
                .undoneBy(Step.manual(
                        scope(source),
                        step("revoke-secret", scope(source)),
                        Stage.CREDENTIALS,
                        "Revoke the credentials at " + MarkdownText.inline(source.displayName()) + " itself",
                        MarkdownText.code(name) + " may still be restored after it is deleted."));
        out.step(contained ? step.covers(secret(name, names.sourceSecretResource(source))) : step);
    }

    /** Asks for values and stores them as one secret of JSON. */
    static String store(List<String> keys, String action, String secret, Platform platform) {
        String quoted = keys.stream().map(PythonString::encode).collect(Collectors.joining(", "));
        return Templates.STORE_SECRETS.render(Map.of(
                "program",
                        ShellWord.encode(
                                Templates.SECRETS.render(Map.of("keys", quoted)).strip()),
                "action", action,
                "secret", ShellWord.encode(secret),
                "profile", ShellWord.encode(platform.awsProfile())));
    }

    private Address secret(String name, String label) {
        List<String> labels = List.of(DeclaredObjects.SECRET, label);
        return existing.secrets.address(name, new Address.HclBlock(existing.aws.folder(), "resource", labels));
    }
}
