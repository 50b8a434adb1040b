package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the resources of Snowpipe need of the Snowflake provider: a version, and previews that it has switched on. */
final class SnowpipeProvider extends PlanPart {

    private final String provider;

    SnowpipeProvider(DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
        this.provider = new RootProviders(snowflake).likely(SnowpipeResources.SYS_ADMIN);
    }

    @Override
    void emit() {
        required()
                .filter(required -> !constraint(required).allowsFrom(2, 18))
                .ifPresent(required -> out.finding(Finding.act(
                        "snowpipe.provider",
                        loader,
                        required.place() + " requires "
                                + required.string("source").orElse("snowflake") + " "
                                + required.string("version").orElseThrow()
                                + ", and the emitted resources need snowflakedb/snowflake 2.18 or later: raise it"
                                + " there first, by the provider's migration guide.")));
        List<LocatedBlock> configured = snowflake.blocks("provider").stream()
                .filter(block -> provider.equals(block.label()
                        + block.literal("alias").map(alias -> "." + alias).orElse("")))
                .toList();
        Set<String> missing = previews();
        configured.forEach(block -> missing.removeAll(enabled(block)));
        if (!missing.isEmpty()) {
            String where = configured.stream()
                    .findFirst()
                    .map(block -> "the provider block " + provider + " (" + block.place() + ")")
                    .orElse("the configuration of the provider " + provider);
            Set<String> all = previews();
            configured.forEach(block -> all.addAll(enabled(block)));
            out.finding(Finding.act(
                    "snowpipe.preview",
                    loader,
                    "What is a preview in the provider snowflake has to be switched on before apply. Have " + where
                            + " say: preview_features_enabled = "
                            + all.stream().collect(Collectors.joining("\", \"", "[\"", "\"]")) + "."));
        }
    }

    private Optional<RequiredProvider> required() {
        return snowflake
                .requiredProviders()
                .filter(required -> required.attribute().name().equals("snowflake"))
                .filter(required -> required.string("version").isPresent())
                .findFirst();
    }

    private static VersionConstraint constraint(RequiredProvider required) {
        return new VersionConstraint(required.string("version").orElseThrow());
    }

    private Set<String> enabled(LocatedBlock block) {
        return block.value("preview_features_enabled").stream()
                .map(BlockInstance.any(snowflake)::resolved)
                .flatMap(list -> list.parts().stream())
                .flatMap(feature -> feature.string().stream())
                .collect(Collectors.toSet());
    }

    /** File formats are stable from 2.21 on, where naming them is a warning. */
    private Set<String> previews() {
        Set<String> previews = new TreeSet<>(Set.of("snowflake_pipe_resource", "snowflake_table_resource"));
        boolean areFormatsStable = required()
                .filter(required -> !constraint(required).allowsBefore(2, 21))
                .isPresent();
        if (areFormatsStable) {
            return previews;
        }
        for (Source source : plan.sources()) {
            if (source.method() instanceof Snowpipe<?> snowpipe) {
                source.tables().stream()
                        .flatMap(table -> snowpipe.files(source, table, names).stream())
                        .map(files -> new FormatBlock(files.format()).resource() + "_resource")
                        .forEach(previews::add);
            }
        }
        return previews;
    }
}
