package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that likely mean the same have the same words, and no other name that is as near. */
class LikelyNamesTest {

    private static Map<String, String> likely(String noun, List<String> names, String... candidates) {
        Map<String, List<String>> each = new LinkedHashMap<>();
        names.forEach(name -> each.put(name, Arrays.asList(candidates)));
        return new LikelyNames(noun).of(each);
    }

    @ParameterizedTest
    @CsvSource({
        "database, database_name, name",
        "database, database_name, database",
        "database, database_comment, comment",
        "schema, schema_name, schema",
        "schema, schema_database, database",
        "schema, database_name, database",
        "user, user_name, username",
        "user, user_display_name, display_name",
        "user, user_default_warehouse, warehouse",
        "user, user_is_service_account, service_account",
        "user, user_additional_roles, roles",
        "database, grant_reader_to_account_roles, reader_roles",
        "database, database_name, snowflake_database_name",
        "snowflake, snowflake.sys_admin, snowflake.sysadmin",
        "snowflake, snowflake.sys_admin, snowflake.SYS-ADMIN",
        "snowflake, snowflake.sys_admin, snowflake.admin"
    })
    void aSpellingOfTheSameWordsIsLikely(String noun, String name, String candidate) {
        assertThat(likely(noun, List.of(name), candidate)).containsExactly(Map.entry(name, candidate));
    }

    @ParameterizedTest
    @CsvSource({
        "database, database_name, owner",
        "database, database_comment, description",
        "database, database_comment, database",
        "schema, schema_name, db_name",
        "schema, schema_name, schema_name_prefix",
        "user, user_create_dedicated_role, role",
        "database, grant_reader_to_account_roles, roles",
        "snowflake, snowflake.sys_admin, snowflake",
        "snowflake, snowflake.sys_admin, snowflake.accountadmin"
    })
    void anotherWordIsAnotherThing(String noun, String name, String candidate) {
        assertThat(likely(noun, List.of(name), candidate)).isEmpty();
    }

    @Test
    void theNearestIsTakenFirst() {
        assertThat(likely(
                        "schema",
                        List.of("database_name", "schema_name", "schema_comment"),
                        "name",
                        "database",
                        "comment"))
                .containsOnly(
                        Map.entry("schema_name", "name"),
                        Map.entry("database_name", "database"),
                        Map.entry("schema_comment", "comment"));
    }

    @Test
    void ofTwoThatAreEquallyNearNoneIsTaken() {
        assertThat(likely("x", List.of("sys_admin", "security_admin"), "admin")).isEmpty();
        assertThat(likely("x", List.of("default_warehouse"), "warehouse", "default"))
                .isEmpty();
    }
}
