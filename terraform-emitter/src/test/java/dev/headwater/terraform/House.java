package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Repository;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A terraform repository in memory. Each method gives a changed copy. */
record House(Map<String, String> files) {

    private static final List<String> SYS_SECURITY = List.of("sys_admin", "security_admin");
    private static final List<String> SECURITY_USER = List.of("security_admin", "user_admin");

    static House empty() {
        return new House(Map.of());
    }

    /** The platform's modules in a folder, by their documented interface. */
    static House withModules(String folder) {
        return empty().module(
                        folder,
                        "snowflake_database",
                        SYS_SECURITY,
                        "database_name!",
                        "database_comment!",
                        "grant_reader_to_account_roles",
                        "grant_writer_to_account_roles")
                .module(
                        folder,
                        "snowflake_user",
                        SECURITY_USER,
                        "user_name!",
                        "user_comment!",
                        "user_default_warehouse!",
                        "user_display_name",
                        "user_is_service_account",
                        "user_create_dedicated_role",
                        "user_additional_roles")
                .module(
                        folder,
                        "snowflake_schema",
                        SYS_SECURITY,
                        "schema_name!",
                        "schema_database!",
                        "schema_comment",
                        "grant_reader_to_account_roles")
                .outputs(folder + "/snowflake_database", "database_name")
                .outputs(folder + "/snowflake_user", "user_default_role");
    }

    /** A module with variables; a name with {@code !} has no default. */
    House module(String folder, String name, List<String> aliases, String... variables) {
        String declared = List.of(variables).stream()
                .map(variable -> variable.endsWith("!")
                        ? "variable \"" + variable.substring(0, variable.length() - 1) + "\" {}\n"
                        : "variable \"" + variable + "\" {\n  default = null\n}\n")
                .collect(Collectors.joining("\n"));
        String configurations =
                aliases.stream().map(alias -> "snowflake." + alias).collect(Collectors.joining(", "));
        return with(folder + "/" + name + "/variables.tf", declared)
                .with(folder + "/" + name + "/versions.tf", """
                        terraform {
                          required_providers {
                            snowflake = {
                              source                = "Snowflake-Labs/snowflake"
                              configuration_aliases = [%s]
                            }
                          }
                        }
                        """.formatted(configurations));
    }

    /** What a module gives. */
    House outputs(String folder, String... names) {
        return with(
                folder + "/outputs.tf",
                List.of(names).stream()
                        .map(name -> "output \"" + name + "\" {\n  value = \"x\"\n}\n")
                        .collect(Collectors.joining("\n")));
    }

    /** The shared warehouse and role, called in a folder. */
    House sharedModules(String folder) {
        return with(folder + "/shared.tf", """
                module "warehouse_loading" {
                  source = "../modules/snowflake_warehouse"
                }

                module "role_analytics_sources_reader" {
                  source = "../modules/snowflake_role"
                }
                """);
    }

    /** The root's four provider configurations, in a folder. */
    House providers(String folder) {
        return with(
                folder + "/providers.tf",
                List.of("account_admin", "sys_admin", "security_admin", "user_admin").stream()
                        .map(alias -> "provider \"snowflake\" {\n  alias = \"" + alias + "\"\n}\n")
                        .collect(Collectors.joining("\n")));
    }

    /** An AWS configuration in a folder. */
    House aws(String folder) {
        return with(folder + "/providers.tf", "provider \"aws\" {\n}\n");
    }

    /** The platform as its documentation has it, with modules beside the configuration. */
    static House siblings() {
        return withModules("snowflake/modules")
                .sharedModules("snowflake/config")
                .providers("snowflake/config")
                .aws("aws/config");
    }

    /** With what an emitter requires of it. */
    House withBlocks(Collection<Address> required) {
        House house = this;
        for (Address address : required) {
            Address.HclBlock block = (Address.HclBlock) address;
            String label = block.labels().get(0);
            house = house.with(block.directory() + "/" + label + ".tf", block.type() + " \"" + label + "\" {\n}\n");
        }
        return house;
    }

    /** Without a file. */
    House without(String path) {
        Map<String, String> fewer = new TreeMap<>(files);
        fewer.remove(path);
        return new House(fewer);
    }

    String text(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    House with(String path, String text) {
        Map<String, String> more = new TreeMap<>(files);
        more.put(path, text);
        return new House(more);
    }

    Repository repository() {
        return repository("terraform");
    }

    Repository repository(String name) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Repository.inMemory(name, bytes);
    }
}
