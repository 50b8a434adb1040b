package dev.headwater.acceptance;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.examples.Folders;
import dev.headwater.examples.HubSpotPlan;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Names;
import dev.headwater.platform.Folder;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.terraform.TerraformEmitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A plan and the repositories that it goes into. Every scenario has a golden and goes through every tool. */
enum Scenario {
    /** What the quickstart emits: an existing loader in a house with other people's content (layout B). */
    QUICKSTART(true) {
        @Override
        DataSourcePlan plan() {
            return HubSpotPlan.plan();
        }
    },
    /** A new loader in the same house, upper-case SQL, odd names, a composite key. */
    NEW_LOADER(true) {
        @Override
        DataSourcePlan plan() {
            return Plans.newLoader();
        }

        @Override
        void prepare(Path root) throws IOException {
            Files.writeString(root.resolve("dbt-transform/.sqlfluff"), """
                    [sqlfluff]
                    dialect = snowflake

                    [sqlfluff:rules:capitalisation.keywords]
                    capitalisation_policy = upper

                    [sqlfluff:rules:capitalisation.literals]
                    capitalisation_policy = upper
                    """);
        }
    },
    /** The quickstart's source in the flat layout: {@code ./modules} beside the configuration. */
    LAYOUT_A(true) {
        @Override
        DataSourcePlan plan() {
            return Plans.on(FlatLayout.PLATFORM, HubSpotPlan.plan());
        }

        @Override
        void prepare(Path root) throws IOException {
            FlatLayout.rearrange(root.resolve("terraform"));
        }
    },
    /** A new loader in the flat layout. */
    LAYOUT_A_NEW_LOADER(true) {
        @Override
        DataSourcePlan plan() {
            return Plans.on(FlatLayout.PLATFORM, Plans.newLoader());
        }

        @Override
        void prepare(Path root) throws IOException {
            FlatLayout.rearrange(root.resolve("terraform"));
        }
    },
    /** The quickstart's source, the runbook's own text wherever tools take it. */
    AS_WRITTEN(true) {
        @Override
        DataSourcePlan plan() {
            return Plans.on(Plans.AS_WRITTEN, HubSpotPlan.plan());
        }
    },
    /** An existing Airbyte in the house: sources by hand, by its API, and on its own schedule. */
    AIRBYTE(true) {
        @Override
        DataSourcePlan plan() {
            return AirbytePlans.existingLoader();
        }
    },
    /** A second Airbyte in the flat layout, whose sources Terraform manages. */
    AIRBYTE_NEW_LOADER(true) {
        @Override
        DataSourcePlan plan() {
            return Plans.on(FlatLayout.PLATFORM, AirbytePlans.newLoader());
        }

        @Override
        void prepare(Path root) throws IOException {
            FlatLayout.rearrange(root.resolve("terraform"));
        }
    },
    /** A new Airbyte in nearly empty repositories. */
    AIRBYTE_PLAIN(false) {
        @Override
        DataSourcePlan plan() {
            return AirbytePlans.firstLoader();
        }
    },
    /** Two sources on one bucket, in a house with a recent provider and a notification of other people's. */
    SNOWPIPE(true) {
        @Override
        DataSourcePlan plan() {
            return SnowpipePlans.existingLoader();
        }

        @Override
        void prepare(Path root) throws IOException {
            SnowpipePlans.prepare(root.resolve("terraform"));
        }
    },
    /** Files that a pipeline uploads, in the house as it is. */
    SNOWPIPE_UPLOADED(true) {
        @Override
        DataSourcePlan plan() {
            return SnowpipePlans.uploaded();
        }
    },
    /** A new loader with the first notification, in the flat layout. */
    SNOWPIPE_NEW_LOADER(true) {
        @Override
        DataSourcePlan plan() {
            return Plans.on(FlatLayout.PLATFORM, SnowpipePlans.newLoader());
        }

        @Override
        void prepare(Path root) throws IOException {
            FlatLayout.withoutSnowpipe(root.resolve("terraform"));
        }
    },
    /** The same in nearly empty repositories. */
    SNOWPIPE_PLAIN(false) {
        @Override
        DataSourcePlan plan() {
            return SnowpipePlans.newLoader();
        }
    },
    /** Nearly empty repositories, every authentication and paginator. */
    PLAIN(false) {
        @Override
        DataSourcePlan plan() {
            return Plans.everyAuthentication();
        }
    };

    private static final Path EXAMPLES = Path.of(System.getProperty("headwater.examples", "../../examples"));

    private final boolean inHouse;

    Scenario(boolean inHouse) {
        this.inHouse = inHouse;
    }

    abstract DataSourcePlan plan();

    void prepare(Path root) throws IOException {}

    Path root() {
        return Path.of("target", "acceptance", goldenName()).toAbsolutePath();
    }

    String goldenName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Path dataPipelines() {
        return root().resolve("data-pipelines");
    }

    Path dbtTransform() {
        return root().resolve("dbt-transform");
    }

    Path terraform() {
        return root().resolve("terraform");
    }

    /** The folder of a kind below {@link #terraform()}. */
    String folder(Folder kind) {
        return plan().platform().folder(kind);
    }

    /** Lays the repositories anew, without the plan's things. */
    Workspace fresh() {
        try {
            Folders.copy(EXAMPLES.resolve("repositories"), root());
            if (!inHouse) {
                empty(terraform());
                empty(dataPipelines());
                empty(dbtTransform().resolve("models"));
                Files.writeString(
                        dbtTransform().resolve("dbt_project.yml"),
                        "---\nname: analytics\nversion: \"1.0.0\"\nconfig-version: 2\nprofile: analytics\n");
            }
            prepare(root());
            return workspace();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void empty(Path folder) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
    }

    Workspace workspace() {
        return Workspace.of()
                .repository("terraform", terraform(), new TerraformEmitter())
                .repository("data-pipelines", dataPipelines(), new DltEmitter(), new PrefectEmitter())
                .repository("dbt-transform", dbtTransform(), new DbtEmitter());
    }

    private static final java.util.Map<Scenario, Preview> APPLIED = new java.util.EnumMap<>(Scenario.class);

    /** The preview of the plan, which has been applied to the scenario's folder. */
    synchronized Preview applied() {
        synchronized (APPLIED) {
            return APPLIED.computeIfAbsent(this, scenario -> {
                Preview preview = fresh().onboard(plan());
                preview.apply();
                return preview;
            });
        }
    }

    List<String> deployments() {
        Names names = plan().names();
        return plan().sources().stream()
                .filter(source -> source.method().run(source, names).isPresent())
                .map(names::deployment)
                .toList();
    }
}
