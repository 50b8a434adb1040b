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
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
    void theSnowflakeConfigurationIsValid(Scenario scenario, @TempDir Path temporary) throws IOException {
        scenario.applied();
        Folders.copy(scenario.terraform(), temporary);
        putOnBuiltIn(temporary);
        isValid(temporary.resolve(scenario.folder(Folder.SNOWFLAKE_CONFIG)));
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
    @EnumSource(names = "PLAIN")
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
    }

    private static void isValid(Path config) {
        Command.in(config, "terraform", "init", "-backend=false", "-input=false")
                .with(QUIET)
                .run()
                .orFail();
        Command.in(config, "terraform", "validate").with(QUIET).run().orFail();
    }

    /** The built-in provider takes aliases, but knows no resource of Snowflake's: those are checked apart. */
    private static String onBuiltIn(String text) {
        String result = text;
        List<HclBlock> blocks = HclFile.parse(text).blocks();
        for (int i = blocks.size() - 1; i >= 0; i--) {
            HclBlock block = blocks.get(i);
            if (block.type().equals("resource")) {
                result = result.substring(0, block.start()) + result.substring(block.end());
            }
        }
        return result.replaceAll("source( +)= \"Snowflake-Labs/snowflake\"", "source$1= \"" + BUILT_IN + "\"")
                .replaceAll(" +version = \"~> 0.99\"\\n", "");
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW_LOADER", "LAYOUT_A_NEW_LOADER", "PLAIN"})
    void theWarehouseGrantHasWhatTheProviderWants(Scenario scenario) throws IOException {
        scenario.applied();
        String users = Files.readString(scenario.terraform()
                .resolve(scenario.folder(Folder.SNOWFLAKE_CONFIG))
                .resolve("users.tf"));
        HclBlock grant = HclFile.parse(users).blocks().stream()
                .filter(block -> block.is(
                        "resource",
                        List.of(
                                "snowflake_grant_privileges_to_account_role",
                                scenario.plan().names().warehouseGrant().orElseThrow())))
                .findFirst()
                .orElseThrow();
        assertThat(grant.attributes())
                .extracting(attribute -> attribute.name())
                .containsExactly("provider", "account_role_name", "privileges");
        assertThat(grant.blocks()).hasSize(1);
        assertThat(grant.blocks().get(0).type()).isEqualTo("on_account_object");
        assertThat(grant.blocks().get(0).attributes())
                .extracting(attribute -> attribute.name())
                .containsExactly("object_type", "object_name");
    }

    @ParameterizedTest
    @EnumSource
    void theSecretsAreValidForTheAwsProvider(Scenario scenario, @TempDir Path temporary) throws IOException {
        String plugins = System.getProperty("headwater.terraform.plugins", "");
        if (plugins.isBlank()) {
            System.out.println("Skipped: secrets.tf with the AWS provider; -Dheadwater.terraform.plugins says where"
                    + " providers are preinstalled.");
        }
        assumeFalse(plugins.isBlank());
        scenario.applied();
        Files.copy(
                scenario.terraform().resolve(scenario.folder(Folder.AWS_CONFIG)).resolve("secrets.tf"),
                temporary.resolve("secrets.tf"));
        Command.in(temporary, "terraform", "init", "-input=false", "-plugin-dir=" + plugins)
                .with(QUIET)
                .run()
                .orFail();
        Command.in(temporary, "terraform", "validate").with(QUIET).run().orFail();
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
