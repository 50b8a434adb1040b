package dev.headwater.benchmarks;

import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.examples.HubSpotPlan;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.terraform.TerraformEmitter;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a program does that onboards one source and ends. */
public final class ColdOnboarding {

    /** Java keeps loggers weakly; this one must live as long as the program. */
    private static final Logger VALIDATOR = Logger.getLogger("org.hibernate.validator.internal.util.Version");

    private ColdOnboarding() {}

    /**
     * Onboards the quickstart's plan.
     *
     * @param arguments the folder that holds the three repositories
     */
    public static void main(String[] arguments) {
        VALIDATOR.setLevel(Level.WARNING);
        Path folder = Path.of(arguments[0]);
        Workspace.of()
                .repository("terraform", folder.resolve("terraform"), new TerraformEmitter())
                .repository("data-pipelines", folder.resolve("data-pipelines"), new DltEmitter(), new PrefectEmitter())
                .repository("dbt-transform", folder.resolve("dbt-transform"), new DbtEmitter())
                .onboard(HubSpotPlan.plan())
                .apply();
    }
}
