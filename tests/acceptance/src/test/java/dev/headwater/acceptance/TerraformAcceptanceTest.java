package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.headwater.Workspace;
import dev.headwater.change.Conflict;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclFile;
import dev.headwater.examples.Command;
import dev.headwater.examples.Folders;
import dev.headwater.examples.HubSpotPlan;
import dev.headwater.platform.Folder;
import dev.headwater.terraform.TerraformEmitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Terraform itself formats, and validates on a platform without providers: the built-in one takes Snowflake's place.
 */
class TerraformAcceptanceTest {

    private static final Map<String, String> QUIET =
            Map.of("TF_CLI_CONFIG_FILE", "/dev/null", "CHECKPOINT_DISABLE", "1", "TF_IN_AUTOMATION", "1");

    private static final String BUILT_IN = "terraform.io/builtin/terraform";

    @BeforeEach
    void terraform() {
        Tool.TERRAFORM.needed();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsEmittedIsFormatted(Scenario scenario) {
        scenario.applied();
        Command.in(scenario.terraform(), "terraform", "fmt", "-check", "-recursive", "-diff")
                .with(QUIET)
                .run()
                .orFail();
        Matrix.proved(scenario, Judge.TERRAFORM_FMT);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLAIN", "AIRBYTE_PLAIN", "SNOWPIPE_PLAIN"})
    void theSnowflakeConfigurationIsValid(Scenario scenario, @TempDir Path temporary) throws IOException {
        scenario.applied();
        Folders.copy(scenario.terraform(), temporary);
        putOnBuiltIn(temporary);
        isValid(temporary.resolve(scenario.folder(Folder.SNOWFLAKE_CONFIG)));
        Matrix.proved(scenario, Judge.TERRAFORM_VALIDATE);
    }

    private static void putOnBuiltIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".tf")).toList()) {
                Files.writeString(file, onBuiltIn(Files.readString(file)));
            }
        }
    }

    /** A nearly empty repository shows no modules, so the runbook's text goes to modules as the runbook calls them. */
    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "AIRBYTE_PLAIN", "SNOWPIPE_PLAIN"})
    void theRunbooksTextIsValidOnTheRunbooksPlatform(Scenario scenario, @TempDir Path temporary) throws Exception {
        scenario.applied();
        Path platform = Path.of(Objects.requireNonNull(getClass().getResource("/terraform/runbook-platform"))
                .toURI());
        Folders.copy(platform, temporary);
        try (Stream<Path> files = Files.list(scenario.terraform().resolve("snowflake/config"))) {
            for (Path file : files.toList()) {
                Files.writeString(temporary.resolve(file.getFileName().toString()), onBuiltIn(Files.readString(file)));
            }
        }
        isValid(temporary);
        Matrix.proved(scenario, Judge.TERRAFORM_VALIDATE);
    }

    private static void isValid(Path config, String... initialising) {
        Command.in(
                        config,
                        Stream.concat(
                                        Stream.of("terraform", "init", "-backend=false", "-input=false"),
                                        Stream.of(initialising))
                                .toArray(String[]::new))
                .with(QUIET)
                .run()
                .orFail();
        Command.in(config, "terraform", "validate").with(QUIET).run().orFail();
    }

    /**
     * The built-in provider takes aliases, but knows no resource of Snowflake's: those, and the outputs that tell of
     * them, are held against the table of arguments.
     */
    private static String onBuiltIn(String text) {
        String result = text;
        List<HclBlock> blocks = HclFile.parse(text).blocks();
        for (int i = blocks.size() - 1; i >= 0; i--) {
            HclBlock block = blocks.get(i);
            if (block.type().equals("resource") || block.type().equals("output") && tellsOfSnowflake(block)) {
                result = result.substring(0, block.start()) + result.substring(block.end());
            }
        }
        return result.replaceAll(
                        "source( +)= \"(Snowflake-Labs|snowflakedb)/snowflake\"", "source$1= \"" + BUILT_IN + "\"")
                .replaceAll(" +preview_features_enabled = .*\\n", "")
                .replaceAll(" +version = \"~> (0.99|2.21)\"\\n", "");
    }

    private static boolean tellsOfSnowflake(HclBlock output) {
        return output.attributes().stream()
                .anyMatch(attribute -> attribute.expression().matches("(?s).*\\bsnowflake_\\w+\\.\\w.*"));
    }

    /** Its blocks of AWS, and with them those of other people that were extended. */
    @ParameterizedTest
    @EnumSource
    void theAwsConfigurationIsValidForItsProvider(Scenario scenario, @TempDir Path temporary) throws IOException {
        String plugins = System.getProperty("headwater.terraform.plugins", "");
        if (plugins.isBlank()) {
            System.out.println("Skipped: the AWS configuration with its provider; -Dheadwater.terraform.plugins says"
                    + " where providers are preinstalled.");
        }
        assumeFalse(plugins.isBlank());
        scenario.applied();
        Folders.copy(scenario.terraform(), temporary);
        String folder = scenario.folder(Folder.AWS_CONFIG);
        isValid(temporary.resolve(folder), "-plugin-dir=" + plugins);
        if (scenario.applied().changes("terraform").files().stream()
                .anyMatch(file -> file.path().startsWith(folder + "/"))) {
            Matrix.proved(scenario, Judge.AWS_PROVIDER);
        }
    }

    /** A change of the schema module after which the call does not fit, and how the pasted block is corrected. */
    private record Misfit(
            String file, UnaryOperator<String> change, String message, String refusal, UnaryOperator<String> mend) {

        @Override
        public String toString() {
            return message;
        }
    }

    private static Stream<Misfit> misfits() {
        return Stream.of(
                new Misfit(
                        "variables.tf",
                        text -> text + "\nvariable \"cost_center\" {}\n",
                        "wants \"cost_center\"",
                        "Missing required argument",
                        text -> text.replace("  schema_name ", "  cost_center = \"4711\"\n  schema_name ")),
                new Misfit(
                        "variables.tf",
                        text -> text.replace(
                                "type        = string\n  description = \"Schema comment.\"\n  default     = \"\"",
                                "type = list(string)\n  default = []"),
                        "takes \"schema_comment\" as list(string)",
                        "list of string required",
                        text -> text.replaceAll("schema_comment += (.*)", "schema_comment = [$1]")),
                new Misfit(
                        "versions.tf",
                        text -> text.replace(
                                "        snowflake.sys_admin,",
                                "        snowflake.sys_admin,\n        snowflake.auditor,"),
                        "wants the provider configuration snowflake.auditor",
                        "auditor",
                        text -> text.replace("= snowflake.auditor", "= snowflake.sys_admin")));
    }

    /** What a conflict says of a module Terraform says too, and the block as the conflict's hint has it is taken. */
    @ParameterizedTest
    @MethodSource("misfits")
    void aModuleThatDoesNotFitIsAConflictThatTerraformHasToo(Misfit misfit, @TempDir Path temporary)
            throws IOException {
        Path house = temporary.resolve("terraform");
        Folders.copy(
                Path.of(System.getProperty("headwater.examples", "../../examples"), "repositories/terraform"), house);
        Workspace workspace = Workspace.of().repository("terraform", house, new TerraformEmitter());
        Path snowflake = house.resolve("snowflake");
        Path schemas = Files.writeString(snowflake.resolve("config/schemas.tf"), "");
        Path module = snowflake.resolve("modules/snowflake_schema").resolve(misfit.file());
        Files.writeString(module, misfit.change().apply(Files.readString(module)));

        Conflict conflict = workspace.onboard(HubSpotPlan.plan()).conflicts().get(0);
        assertThat(conflict.toString())
                .contains("/modules/snowflake_schema/" + misfit.file())
                .contains(misfit.message());

        String block = conflict.wanted().orElseThrow();
        Files.writeString(schemas, block);
        assertThat(verdict(snowflake, temporary.resolve("pasted")).output()).contains(misfit.refusal());

        Files.writeString(schemas, misfit.mend().apply(block));
        verdict(snowflake, temporary.resolve("mended")).orFail();
        assertThat(workspace.onboard(HubSpotPlan.plan()).conflicts()).isEmpty();
    }

    @Test
    void aCommentThatTheModuleDoesNotTakeIsLeftOutOfTheTextToPaste(@TempDir Path temporary) throws IOException {
        Path house = temporary.resolve("terraform");
        Folders.copy(
                Path.of(System.getProperty("headwater.examples", "../../examples"), "repositories/terraform"), house);
        Workspace workspace = Workspace.of().repository("terraform", house, new TerraformEmitter());
        Path snowflake = house.resolve("snowflake");
        Path schemas = Files.writeString(snowflake.resolve("config/schemas.tf"), "");
        Path module = snowflake.resolve("modules/snowflake_schema/variables.tf");
        Files.writeString(
                module, Files.readString(module).replace("variable \"schema_comment\"", "variable \"remark\""));

        Conflict conflict = workspace.onboard(HubSpotPlan.plan()).conflicts().get(0);
        assertThat(conflict.toString()).contains("has no variable \"schema_comment\"");

        String block = conflict.wanted().orElseThrow();
        Files.writeString(schemas, block.replace("  schema_name ", "  schema_comment = \"x\"\n  schema_name "));
        assertThat(verdict(snowflake, temporary.resolve("with")).output()).contains("Unsupported argument");

        Files.writeString(schemas, block);
        verdict(snowflake, temporary.resolve("without")).orFail();
        assertThat(workspace.onboard(HubSpotPlan.plan()).conflicts()).isEmpty();
    }

    /** So a block may stand below either of the two. */
    @Test
    void aKeyThatIsWrittenTwiceInJsonAddsToTheFirst(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("main.tf.json"), """
                {
                  "locals": {"a": 1},
                  "locals": {"b": 2},
                  "output": {"sum": {"value": "${local.a + local.b}"}}
                }
                """);

        Command.in(folder, "terraform", "init", "-backend=false", "-input=false")
                .with(QUIET)
                .run()
                .orFail();
        Command.in(folder, "terraform", "validate").with(QUIET).run().orFail();
    }

    /**
     * Where the module spells its names otherwise, the block to paste has them, and Terraform takes it as it stands.
     */
    @Test
    void theLikelyNamesOfTheTextToPasteAreTakenByTerraform(@TempDir Path temporary) throws IOException {
        Path house = temporary.resolve("terraform");
        Folders.copy(
                Path.of(System.getProperty("headwater.examples", "../../examples"), "repositories/terraform"), house);
        Workspace workspace = Workspace.of().repository("terraform", house, new TerraformEmitter());
        Path snowflake = house.resolve("snowflake");
        Path schemas = Files.writeString(snowflake.resolve("config/schemas.tf"), "");
        change(
                snowflake.resolve("modules/snowflake_schema"),
                text -> text.replaceAll("schema_(name|database|comment)", "$1"));
        change(
                snowflake.resolve("config"),
                text -> text.replace("= snowflake.sys_admin", "= snowflake.sysadmin")
                        .replace("alias = \"sys_admin\"", "alias = \"sysadmin\""));

        List<Conflict> conflicts = workspace.onboard(HubSpotPlan.plan()).conflicts();
        assertThat(conflicts)
                .singleElement()
                .asString()
                .contains("\"name\" for \"schema_name\"", "snowflake.sysadmin, which is likely");
        Files.writeString(schemas, conflicts.get(0).wanted().orElseThrow());
        Command.in(snowflake.resolve("config"), "terraform", "fmt", "-check", "-diff", "schemas.tf")
                .with(QUIET)
                .run()
                .orFail();
        verdict(snowflake, temporary.resolve("pasted")).orFail();
        assertThat(workspace.onboard(HubSpotPlan.plan()).conflicts()).isEmpty();
    }

    private static void change(Path folder, UnaryOperator<String> change) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, change.apply(Files.readString(file)));
            }
        }
    }

    private static Command.Result verdict(Path snowflake, Path copy) throws IOException {
        Folders.copy(snowflake, copy);
        putOnBuiltIn(copy);
        Command.Result init = Command.in(copy.resolve("config"), "terraform", "init", "-backend=false", "-input=false")
                .with(QUIET)
                .run();
        return init.exitCode() == 0
                ? Command.in(copy.resolve("config"), "terraform", "validate")
                        .with(QUIET)
                        .run()
                : init;
    }
}
