package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.Emitted;
import dev.headwater.testkit.EmitterLaws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole outputs, file by file. {@code -Dheadwater.goldens=write} writes them anew; look at the diff then. */
class GoldenTest {

    private static final Path GOLDENS = Path.of("src/test/resources/dev/headwater/terraform/goldens");
    private static final Platform FLAT = Platform.runbook()
            .with(platform -> platform.folder(Folder.SNOWFLAKE_CONFIG, "terraform/snowflake")
                    .folder(Folder.AWS_CONFIG, "terraform/aws"));

    /** One situation. */
    record Case(String name, DataSourcePlan plan, House house) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        House siblings = House.siblings();
        return Stream.of(
                new Case("plain_new_loader", Plans.hubspot(Plans.FIVETRAN), House.empty()),
                new Case("plain_existing_loader", Plans.hubspot(Loader.dlt()), House.empty()),
                new Case(
                        "flat",
                        Plans.hubspot(FLAT, Plans.FIVETRAN),
                        House.withModules("terraform/snowflake/modules")
                                .sharedModules("terraform/snowflake")
                                .providers("terraform/snowflake")
                                .aws("terraform/aws")),
                new Case("siblings_new_loader", Plans.hubspot(Plans.FIVETRAN), siblings),
                new Case("siblings_existing_loader", Plans.hubspot(Loader.dlt()), siblings),
                new Case("other_names", Plans.hubspot(Plans.FIVETRAN), otherNames()),
                new Case(
                        "git_source",
                        Plans.hubspot(Loader.dlt()),
                        House.empty().with("snowflake/config/schemas.tf", GIT_NEIGHBOUR)),
                new Case(
                        "without_service_account",
                        Plans.source(
                                Platform.runbook(),
                                Loader.named("files", it -> it.tool("dlt").withoutServiceAccount())
                                        .asNew(),
                                "partner_files",
                                false),
                        siblings),
                new Case(
                        "without_grant_variable",
                        Plans.hubspot(Loader.dlt()),
                        House.empty()
                                .module(
                                        "snowflake/config/modules",
                                        "snowflake_schema",
                                        List.of("sys_admin", "security_admin"),
                                        "database_name!",
                                        "schema_name!",
                                        "schema_comment")
                                .providers("snowflake/config")),
                new Case(
                        "as_written",
                        Plans.hubspot(
                                Platform.runbook().with(it -> it.asWritten("RB04", "RB05", "RB09")), Loader.dlt()),
                        siblings));
    }

    /** A platform that has everything, but calls hardly anything as the documentation does. */
    private static House otherNames() {
        List<String> none = List.of();
        return House.empty()
                .module(
                        "snowflake/modules",
                        "snowflake-database",
                        List.of("sys_admin", "security_admin"),
                        "database_name!",
                        "database_comment!",
                        "environment!",
                        "grant_reader_to_account_roles",
                        "grant_writer_to_account_roles")
                .module(
                        "snowflake/modules",
                        "schema",
                        none,
                        "schema_name!",
                        "schema_database!",
                        "schema_comment",
                        "grant_reader_to_account_roles")
                .outputs("snowflake/modules/snowflake-database", "database_name")
                .aws("aws/config")
                .with("snowflake/config/main.tf", OTHER_NAMES);
    }

    private static final String OTHER_NAMES = """
            module "wh_loading" {
              source         = "acme/warehouse/snowflake"
              version        = "1.2.0"
              warehouse_name = "LOADING"
            }

            module "roles" {
              source    = "../modules/role"
              for_each  = toset(["analytics_sources_reader", "analytics_developer"])
              role_name = upper(each.key)
            }

            module "database_airbyte" {
              source = "../modules/snowflake-database"

              providers = {
                snowflake.sys_admin      = snowflake.sysadmin
                snowflake.security_admin = snowflake.securityadmin
              }

              database_name    = "AIRBYTE"
              database_comment = "Raw data loaded by Airbyte."
              environment      = var.environment
            }

            module "user_svc_airbyte" {
              source  = "acme/user/snowflake"
              version = "2.0.1"

              providers = {
                snowflake.user_admin     = snowflake.useradmin
                snowflake.security_admin = snowflake.securityadmin
              }

              user_name              = "SVC_AIRBYTE"
              user_comment           = "Service account for Airbyte."
              user_default_warehouse = module.wh_loading.warehouse_name
            }

            module "schemas_airbyte" {
              source    = "../modules/schema"
              for_each  = toset(["hubspot", "stripe"])
              providers = { snowflake = snowflake.sysadmin }

              schema_database = module.database_airbyte.database_name
              schema_name     = upper(each.key)
            }
            """;

    private static final String GIT_NEIGHBOUR = """
            module "schema_dlt_products" {
              source = "git::https://git.example.com/modules.git//snowflake_schema?ref=v1.4.0"

              providers = {
                snowflake.sys_admin      = snowflake.sys_admin
                snowflake.security_admin = snowflake.security_admin
              }

              schema_database_name          = module.database_dlt.database_name
              schema_name                   = "PRODUCTS"
              grant_reader_to_account_roles = [module.role_analytics_sources_reader.role_name]
            }
            """;

    @ParameterizedTest
    @MethodSource("cases")
    void isAsTheGoldenSays(Case it) throws IOException {
        Map<String, String> emitted = NewFiles.of(
                Emitted.by(new TerraformEmitter(), it.plan(), it.house().repository()));
        Path folder = GOLDENS.resolve(it.name());
        if ("write".equals(System.getProperty("headwater.goldens"))) {
            write(folder, emitted);
        }
        assertThat(emitted).isEqualTo(read(folder));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLawsAreKept(Case it) {
        Emitted emitted =
                Emitted.by(new TerraformEmitter(), it.plan(), it.house().repository());
        House complete = it.house().withBlocks(emitted.requirements().keySet());
        EmitterLaws.requireKept(new TerraformEmitter(), it.plan(), complete.files());
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .forEach(
                            path -> files.put(folder.relativize(path).toString().replace('\\', '/'), content(path)));
        }
        return files;
    }

    private static String content(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
