package dev.headwater.examples;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.ChangeSet;
import dev.headwater.change.FileChange;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.emit.Step;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.terraform.TerraformEmitter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Adds a HubSpot-like source to three demonstration repositories, and runs what was emitted if asked to. */
public final class Quickstart {

    private static final int WIDTH = 116;
    private static final String INDENTATION = " ".repeat(8);

    /** Java keeps loggers weakly; this one must live as long as the program. */
    private static final Logger VALIDATOR = Logger.getLogger("org.hibernate.validator.internal.util.Version");

    private final Path folder;
    private final PrintStream out;

    private Quickstart(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /**
     * Runs the quickstart.
     *
     * @param arguments the module's folder, and {@code true} to run what was emitted as well
     * @throws IOException when the disk or a tool fails
     */
    public static void main(String[] arguments) throws IOException {
        VALIDATOR.setLevel(Level.WARNING);
        Path module = Path.of(arguments[0]);
        Path folder = module.resolve("target").resolve("quickstart");
        Folders.copy(module.resolve("repositories"), folder);
        Quickstart quickstart = new Quickstart(folder, System.out);
        quickstart.onboard();
        if (Boolean.parseBoolean(arguments[1])) {
            quickstart.run();
        }
    }

    private void onboard() throws IOException {
        Preview preview = Workspace.of()
                .repository("terraform", folder.resolve("terraform"), new TerraformEmitter())
                .repository("data-pipelines", folder.resolve("data-pipelines"), new DltEmitter(), new PrefectEmitter())
                .repository("dbt-transform", folder.resolve("dbt-transform"), new DbtEmitter())
                .onboard(HubSpotPlan.plan());
        preview.apply();
        for (ChangeSet changes : preview.changes()) {
            Files.writeString(folder.resolve(changes.repository() + ".diff"), changes.diff());
        }
        Files.writeString(folder.resolve("runbook.md"), preview.runbook().toMarkdown());
        print(preview);
    }

    private void print(Preview preview) {
        for (ChangeSet changes : preview.changes()) {
            out.println(changes.repository() + ": " + changes.files().size() + " files");
            for (FileChange file : changes.files()) {
                out.println((file.kind() == FileChange.Kind.CREATE ? "  new      " : "  changed  ") + file.path());
            }
        }
        out.println("To act on (" + preview.notes().size() + " notes besides, see the runbook):");
        preview.findings()
                .forEach(finding ->
                        line("  " + finding.code() + "  " + finding.message() + " Setting: " + finding.setting()));
        out.println("Next steps:");
        int number = 0;
        for (Step step : preview.runbook().steps()) {
            if (step.stage() != Step.Stage.VERIFICATION) {
                line("  " + ++number + ". " + step.title());
            }
        }
        out.println("Full diffs: " + shown("*.diff") + "   Runbook: " + shown("runbook.md"));
    }

    private String shown(String file) {
        return "examples/target/quickstart/" + file;
    }

    /** Wraps at blanks; what goes on is indented like the text after the first word. */
    private void line(String text) {
        String rest = text;
        while (rest.length() > WIDTH) {
            int blank = rest.lastIndexOf(' ', WIDTH);
            out.println(rest.substring(0, blank));
            rest = INDENTATION + rest.substring(blank + 1);
        }
        out.println(rest);
    }

    private void run() throws IOException {
        out.println("Running it ...");
        LocalRun run = new LocalRun(folder.resolve("run"), "DLT");
        try (CrmApi api = new CrmApi()) {
            Map<String, String> source = Map.of(
                    "SOURCES__HUBSPOT__HUBSPOT_BASE_URL",
                    api.baseUrl(),
                    "SOURCES__HUBSPOT__ACCESS_TOKEN",
                    CrmApi.TOKEN);
            run.module(folder.resolve("data-pipelines"), "pipelines.hubspot", source)
                    .orFail();
        }
        Path dbt = folder.resolve("dbt-transform");
        List<String> models = List.of("stg_dlt__contacts", "stg_dlt__companies", "stg_dlt__deals");
        List<String> build = new ArrayList<>(List.of("--quiet", "--warn-error", "build", "--select"));
        build.addAll(models);
        run.dbt(dbt, "America/New_York", build).orFail();
        run.dbt(
                        dbt,
                        "America/New_York",
                        List.of("--quiet", "--warn-error", "source", "freshness", "--select", "source:dlt_hubspot"))
                .orFail();
        out.println("dlt loaded three tables, dbt built and tested their staging models, freshness passes:");
        run.rows(run.target(), "select * from main_staging.stg_dlt__contacts order by 1 limit 3")
                .forEach(row -> line("  " + row));
    }
}
