package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.change.FileChange;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclFile;
import dev.headwater.platform.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Blocks of providers that cannot be had are held against the table of their arguments. Those of AWS are judged by
 * their provider.
 */
class ArgumentTableTest {

    private static final ArgumentTable TABLE = new ArgumentTable();
    private static final Set<String> RAW = Set.of("resource", "data", "provider");

    @ParameterizedTest
    @EnumSource
    void whatIsEmittedIsInTheTableAndNamesWhatIsThere(Scenario scenario) throws Exception {
        List<String> findings = new ArrayList<>();
        boolean hasRaw = false;
        for (FileChange file : scenario.applied().changes("terraform").files()) {
            if (file.path().endsWith(".tf")) {
                List<HclBlock> emitted = emitted(file);
                DeclaredNames folder = new DeclaredNames(TABLE, folder(scenario, file.path()));
                findings.addAll(findings(folder, file.path(), emitted));
                hasRaw |= emitted.stream().anyMatch(ArgumentTableTest::isRaw);
            }
        }
        assertThat(findings).isEmpty();
        if (hasRaw) {
            Matrix.proved(scenario, Judge.ARGUMENT_TABLE);
        }
    }

    /** Those that are new or other than before. */
    private static List<HclBlock> emitted(FileChange file) {
        Set<String> before = texts(file.before().orElse("")).collect(Collectors.toSet());
        String after = file.after().orElseThrow();
        return HclFile.parse(after).blocks().stream()
                .filter(block -> !before.contains(after.substring(block.start(), block.end())))
                .toList();
    }

    private static Stream<String> texts(String text) {
        return HclFile.parse(text).blocks().stream().map(block -> text.substring(block.start(), block.end()));
    }

    /** A nearly empty repository is to be filled with the runbook's platform. */
    private static List<HclBlock> folder(Scenario scenario, String file) throws Exception {
        Path folder = scenario.terraform().resolve(file).getParent();
        List<HclBlock> blocks = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path one :
                    files.filter(path -> path.toString().endsWith(".tf")).toList()) {
                blocks.addAll(blocks(one));
            }
        }
        boolean isPlain = scenario.goldenName().endsWith("plain");
        if (isPlain && file.startsWith(scenario.folder(Folder.SNOWFLAKE_CONFIG))) {
            blocks.addAll(blocks(Path.of(Objects.requireNonNull(
                            ArgumentTableTest.class.getResource("/terraform/runbook-platform/platform.tf"))
                    .toURI())));
        }
        return blocks;
    }

    private static List<HclBlock> blocks(Path file) throws IOException {
        return HclFile.parse(Files.readString(file)).blocks();
    }

    private static boolean isRaw(HclBlock block) {
        return RAW.contains(block.type()) && !block.labels().get(0).matches("aws(_.*)?");
    }

    private static List<String> findings(DeclaredNames folder, String file, List<HclBlock> blocks) {
        List<String> findings = new ArrayList<>();
        for (HclBlock block : blocks) {
            if (isRaw(block)) {
                findings.addAll(ArgumentCheck.findings(TABLE, file, block));
            }
            findings.addAll(folder.dangling(file, block));
        }
        return findings;
    }

    private static final String GOOD = """
            provider "airbyte" {
              client_id = var.id
            }

            provider "snowflake" {
              alias = "admin"
            }

            variable "id" {}

            resource "airbyte_connection" "crm" {
              name                 = "crm-${var.id}"
              source_id            = var.id
              destination_id       = var.id
              namespace_definition = "custom_format"
              schedule             = { schedule_type = "manual" }
              configurations = {
                streams = [
                  { name = "contacts", sync_mode = "full_refresh_append", primary_key = [["id"]] },
                ]
              }
            }

            resource "airbyte_source" "crm" {
              name          = "crm"
              workspace_id  = var.id
              configuration = jsonencode({ start = "2025-01-01" })
            }

            resource "snowflake_table" "rates" {
              provider = snowflake.admin
              database = "RAW"
              schema   = "RATES"
              name     = "RATES"

              column {
                name     = "BASE"
                type     = "VARCHAR"
                nullable = false
              }

              column {
                name = "LOADED_AT"
                type = "TIMESTAMP_LTZ(9)"
              }
            }

            resource "snowflake_stage_external_s3" "rates" {
              provider = snowflake.admin
              database = snowflake_table.rates.database
              schema   = "RATES"
              name     = "RATES_STAGE"
              url      = "s3://lake/rates/"

              file_format {
                csv {
                  parse_header = "true"
                }
              }
            }

            resource "snowflake_pipe" "rates" {
              count          = var.id == "" ? 0 : 1
              provider       = snowflake.admin
              database       = "RAW"
              schema         = "RATES"
              name           = "RATES_PIPE"
              auto_ingest    = true
              copy_statement = <<-SQL
                COPY INTO ${snowflake_table.rates.fully_qualified_name}
                FROM @${snowflake_stage_external_s3.rates.fully_qualified_name}
                INCLUDE_METADATA = (LOADED_AT = METADATA$START_SCAN_TIME)
              SQL

              lifecycle {
                replace_triggered_by = [snowflake_stage_external_s3.rates.url]
              }
            }

            output "channel" {
              value = snowflake_pipe.rates[0].notification_channel
            }
            """;

    private static List<String> findings(String text) {
        List<HclBlock> blocks = HclFile.parse(text).blocks();
        List<HclBlock> raw = blocks.stream()
                .filter(block -> !block.labels().contains("snowflake"))
                .toList();
        return findings(new DeclaredNames(TABLE, blocks), "x.tf", raw);
    }

    @Test
    void aGoodTextHasNoFindings() {
        assertThat(findings(GOOD)).isEmpty();
    }

    /** What is replaced in the good text, and what is found. */
    private record Broken(String good, String broken, String finding) {

        @Override
        public String toString() {
            return finding;
        }
    }

    private static Stream<Broken> broken() {
        return Stream.of(
                new Broken(
                        "destination_id       =",
                        "destination          =",
                        "x.tf:11: resource airbyte_connection: without destination_id"),
                new Broken(
                        "destination_id       =",
                        "destination          =",
                        "x.tf:14: resource airbyte_connection: no argument destination "),
                new Broken(
                        "custom_format",
                        "customformat",
                        "x.tf:15: resource airbyte_connection: \"customformat\" is not taken by namespace_definition"),
                new Broken("streams =", "stream =", "no argument configurations.stream "),
                new Broken("sync_mode =", "syncmode =", "no argument configurations.streams.syncmode "),
                new Broken("{ name = \"contacts\",", "{", "without configurations.streams.name"),
                new Broken(
                        "[[\"id\"]]",
                        "[\"id\"]",
                        "is not taken by configurations.streams.primary_key: optional list(list(string))"),
                new Broken(
                        "schedule_type = \"manual\"",
                        "schedule_type = \"basic\"",
                        "is not taken by schedule.schedule_type"),
                new Broken(
                        "schedule_type = \"manual\"",
                        "schedule_type = \"manual\", basic_timing = \"x\"",
                        "read-only is schedule.basic_timing"),
                new Broken(
                        "schedule             = { schedule_type = \"manual\" }",
                        "schedule { }",
                        "no block, but schedule"),
                new Broken(
                        "jsonencode({ start = \"2025-01-01\" })",
                        "{ start = \"2025-01-01\" }",
                        "is not taken by configuration: required json"),
                new Broken(
                        "airbyte_source",
                        "airbyte_source_crm",
                        "resource airbyte_source_crm: arguments.tsv has no line about it"),
                new Broken("client_id =", "client =", "provider airbyte: no argument client "),
                new Broken(
                        "nullable = false",
                        "nullable = \"false\"",
                        "\"false\" is not taken by column.nullable: optional bool"),
                new Broken("type     = \"VARCHAR\"", "kind     = \"VARCHAR\"", "without column.type"),
                new Broken(
                        "parse_header = \"true\"",
                        "parse_header = true",
                        "is not taken by file_format.csv.parse_header"),
                new Broken(
                        "parse_header = \"true\"",
                        "parse_header = \"true\"\nskip_header = 1",
                        "2 where there is to be [file_format.csv.parse_header"),
                new Broken(
                        "file_format {",
                        "file_format {\nformat_name = \"X\"",
                        "2 where there is to be [file_format.csv:"),
                new Broken("file_format {", "file_format {}\nfile_format {", "2 of file_format: optional block"),
                new Broken("csv {", "avro {", "no argument file_format.avro "),
                new Broken(
                        "auto_ingest    = true", "notification_channel = \"x\"", "read-only is notification_channel"),
                new Broken("auto_ingest    = true", "enabled = true", "no argument enabled "),
                new Broken(
                        "@${snowflake_stage_external_s3.rates.",
                        "@${snowflake_stage_external_s3.rate.",
                        "copy_statement: snowflake_stage_external_s3.rate is not declared"),
                new Broken(
                        "rates.url]",
                        "rates.uri]",
                        "replace_triggered_by: arguments.tsv has no attribute snowflake_stage_external_s3.rates.uri"),
                new Broken(
                        "rates[0].notification_channel",
                        "rates[0].channel",
                        "arguments.tsv has no attribute snowflake_pipe.rates.channel"),
                new Broken("var.id == \"\"", "var.ids == \"\"", "count: var.ids is not declared"),
                new Broken("crm-${var.id}", "crm-${local.id}", "name: local.id is not declared"),
                new Broken(
                        "= snowflake.admin\n  database = \"RAW\"",
                        "= snowflake.sys\n  database = \"RAW\"",
                        "provider: provider snowflake.sys is not declared"),
                new Broken(
                        "provider = snowflake.admin\n  database = \"RAW\"",
                        "database = \"RAW\"",
                        "every provider configuration has an alias"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenTextHasAFinding(Broken one) {
        String text = GOOD.replaceFirst(Pattern.quote(one.good()), Matcher.quoteReplacement(one.broken()));
        assertThat(text).isNotEqualTo(GOOD);
        assertThat(findings(text)).anySatisfy(finding -> assertThat(finding).contains(one.finding()));
    }

    @Test
    void aLineOfTheTableSaysNothingTwiceAndHasItsSource() {
        assertThat(TABLE.lines())
                .doesNotHaveDuplicates()
                .allSatisfy(line -> assertThat(line.source()).matches("(airbyte|snowflake) [0-9.]+, \\S.*"))
                .extracting(line -> line.block() + " " + line.path())
                .doesNotHaveDuplicates();
        assertThat(TABLE.lines()).allSatisfy(line -> {
            assertThat(line.need()).matches("required|optional|computed|(at most )?one of \\w+");
            assertThat(line.value())
                    .matches("blocks?|string|bool|number|json|map|object|(list|set)\\((list\\()?(string|object)\\)+");
        });
    }
}
