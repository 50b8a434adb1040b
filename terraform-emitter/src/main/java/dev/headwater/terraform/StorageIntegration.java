package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.ListValue;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.problem.Diagnostic;
import dev.headwater.render.HclString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Step 4.1 for Snowpipe: the storage integration by which Snowflake reads the bucket. One that covers it is used by its
 * name; one is made only where none of the repository does.
 */
final class StorageIntegration extends PlanPart {

    private static final String FILE = "storage_integrations.tf";
    private static final String CODE = "snowpipe.integration";
    private static final String ACCOUNT_ADMIN = "snowflake.account_admin";
    private static final String RESOURCE = "snowflake_storage_integration_aws";
    private static final List<String> RESOURCES = List.of(RESOURCE, "snowflake_storage_integration");

    private final Snowpipe<?> snowpipe;
    private final Scope scope;
    private final List<String> urls;
    private final List<Declared> declared;

    StorageIntegration(
            DataSourcePlan plan,
            Source source,
            Snowpipe<?> snowpipe,
            ExistingTerraform existing,
            Emission.Builder out) {
        super(plan, existing, out);
        this.snowpipe = snowpipe;
        this.scope = scope(source);
        this.urls = source.tables().stream()
                .flatMap(table -> snowpipe.location(source, table, names).stream())
                .toList();
        this.declared = Stream.concat(
                        RESOURCES.stream().flatMap(type -> snowflake.resources(type).stream()),
                        snowflake.callsOf("snowflake_storage_integration").stream())
                .flatMap(this::integrations)
                .toList();
    }

    /** Whether an integration may read what a table needs. */
    private enum Coverage {
        ALL,
        UNKNOWN,
        NOT_ALL
    }

    /**
     * One that somebody has made.
     *
     * @param name what can be read of its name
     * @param key its key, where its block makes several
     */
    private record Declared(LocatedBlock block, ReadableText name, Optional<String> key, Coverage coverage) {

        /** Its name as an expression; a reference where only Terraform can work it out. */
        String expression() {
            return name.text()
                    .map(HclString::encode)
                    .orElseGet(() -> block.address()
                            + key.map(one -> "[" + HclString.encode(one) + "]").orElse("")
                            + (block.block().type().equals("module") ? ".integration_name" : ".name"));
        }
    }

    private Stream<Declared> integrations(LocatedBlock block) {
        Optional<HclExpression> name = block.value("integration_name").or(() -> block.value("name"));
        return BlockInstance.of(block, snowflake).orElse(List.of(BlockInstance.any(snowflake))).stream()
                .map(one -> new Declared(
                        block, name.map(one::text).orElse(ReadableText.NOTHING), one.key(), coverage(block, one)));
    }

    private Coverage coverage(LocatedBlock block, BlockInstance one) {
        Optional<HclExpression> list = block.value("storage_allowed_locations")
                .map(BlockInstance::unwrapped)
                .map(one::resolved);
        if (!(list.orElse(null) instanceof ListValue locations)) {
            return Coverage.UNKNOWN;
        }
        boolean isOff = block.value("enabled")
                .filter(value -> value.text().equals("false"))
                .isPresent();
        if (isOff || isBlocked(block, one)) {
            return Coverage.NOT_ALL;
        }
        List<ReadableText> allowed =
                locations.elements().stream().map(one::text).toList();
        if (urls.stream().allMatch(url -> allowed.stream().anyMatch(location -> isIn(url, location)))) {
            return Coverage.ALL;
        }
        return urls.stream().allMatch(url -> allowed.stream().anyMatch(location -> mayBeIn(url, location)))
                ? Coverage.UNKNOWN
                : Coverage.NOT_ALL;
    }

    private boolean isBlocked(LocatedBlock block, BlockInstance one) {
        List<ReadableText> blocked = block.value("storage_blocked_locations").stream()
                .map(one::resolved)
                .flatMap(list -> list.parts().stream())
                .map(one::text)
                .toList();
        return urls.stream().anyMatch(url -> blocked.stream().anyMatch(location -> isIn(url, location)));
    }

    private static boolean isIn(String url, ReadableText location) {
        return location.text()
                .filter(text -> text.equals("*") || url.startsWith(text.endsWith("/") ? text : text + "/"))
                .isPresent();
    }

    private static boolean mayBeIn(String url, ReadableText location) {
        List<String> folders = new ArrayList<>();
        for (int end = url.indexOf('/', "s3://".length()); end >= 0; end = url.indexOf('/', end + 1)) {
            folders.add(url.substring(0, end));
            folders.add(url.substring(0, end + 1));
        }
        return folders.stream().anyMatch(location::mayBe);
    }

    /** What one is called that is made for a bucket. */
    static String name(Snowpipe<?> snowpipe) {
        return snowpipe.bucket().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private String label() {
        return BucketNotification.label(snowpipe);
    }

    private Optional<Declared> covering() {
        return declared.stream().filter(one -> one.coverage() == Coverage.ALL).findFirst();
    }

    private List<Declared> called(String name) {
        return declared.stream()
                .filter(one ->
                        one.name().as(text -> text.toUpperCase(Locale.ROOT)).mayBe(name.toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** Whether one is made: none is named, and none covers the bucket or may do so. */
    boolean isNew() {
        return snowpipe.integration().isEmpty()
                && declared.stream().allMatch(one -> one.coverage() == Coverage.NOT_ALL)
                && snowpipe.storageRole().isPresent();
    }

    /** Its name as an expression. */
    String expression() {
        return isNew()
                ? RESOURCE + "." + label() + ".name"
                : snowpipe.integration()
                        .map(name -> called(name).stream()
                                .filter(one -> one.name().text().isPresent())
                                .findFirst()
                                .map(Declared::expression)
                                .orElseGet(() -> HclString.encode(name)))
                        .or(() -> covering().map(Declared::expression))
                        .orElseGet(() -> HclString.encode(name(snowpipe)));
    }

    @Override
    void emit() {
        if (isNew()) {
            make();
        }
        snowpipe.integration()
                .filter(name -> called(name).isEmpty())
                .ifPresent(name -> out.finding(Finding.act(
                        CODE,
                        scope,
                        "Nothing in " + snowflake.shownFolder() + " makes the storage integration " + name
                                + ": see that it is there, that it covers " + String.join(" and ", urls)
                                + ", and that SYSADMIN may use it.")));
    }

    private void make() {
        RootProviders root = new RootProviders(snowflake);
        String provider = root.likely(ACCOUNT_ADMIN);
        Map<String, String> values = Map.of(
                "label", label(),
                "provider", provider,
                "name", HclString.encode(name(snowpipe)),
                "location", HclString.encode("s3://" + snowpipe.bucket() + "/"),
                "role", HclString.encode(snowpipe.storageRole().orElseThrow()));
        root.finding(RESOURCE + "." + label(), provider, ACCOUNT_ADMIN, scope).ifPresent(out::finding);
        out.fragment(Fragment.hclBlock(scope, snowflake.file(FILE), Templates.STORAGE_INTEGRATION.render(values)));
        out.fragment(Fragment.hclBlock(
                scope,
                snowflake.file(FILE),
                Templates.STORAGE_INTEGRATION_USAGE.render(
                        Map.of("label", label(), "provider", root.likely("snowflake.security_admin")))));
    }

    /** Why the bucket could not be read. */
    List<Obstacle> obstacles() {
        Optional<String> named = snowpipe.integration();
        if (named.isPresent()) {
            List<Declared> called = called(named.orElseThrow());
            boolean isElsewhere =
                    !called.isEmpty() && called.stream().allMatch(one -> one.coverage() == Coverage.NOT_ALL);
            return isElsewhere
                    ? List.of(obstacle(
                            called.get(0).block(),
                            "The storage integration " + named.orElseThrow() + " does not cover "
                                    + String.join(" and ", urls) + ".",
                            "Add the location to it, or name another one with snowpipe.integration(\"...\")."))
                    : List.of();
        }
        if (covering().isPresent() || isNew()) {
            return List.of();
        }
        List<Declared> open = declared.stream()
                .filter(one -> one.coverage() != Coverage.NOT_ALL)
                .toList();
        return List.of(open.isEmpty() ? nothing() : unknown(open));
    }

    private Obstacle unknown(List<Declared> open) {
        String candidates = open.stream()
                .flatMap(one -> one.name().text().stream())
                .distinct()
                .map(name -> "snowpipe.integration(\"" + name + "\")")
                .collect(Collectors.joining(" or "));
        return obstacle(
                open.get(0).block(),
                "Whether the storage integration of " + open.get(0).block().called() + " covers "
                        + String.join(" and ", urls) + ", only Terraform can work out.",
                "Say which one does: " + (candidates.isEmpty() ? "snowpipe.integration(\"...\")" : candidates) + ".");
    }

    private Obstacle nothing() {
        return new Obstacle(
                snowflake.file(FILE),
                new Diagnostic(
                        CODE,
                        0,
                        "No storage integration in " + snowflake.shownFolder() + " covers " + String.join(" and ", urls)
                                + ".",
                        "Say with which role of AWS one is made, snowpipe.storageRole(\"arn:aws:iam::...\"), or which"
                                + " one is made elsewhere, snowpipe.integration(\"...\")."),
                true);
    }

    private static Obstacle obstacle(LocatedBlock block, String message, String hint) {
        return new Obstacle(block.file(), new Diagnostic(CODE, block.block().line(), message, hint), true);
    }
}
