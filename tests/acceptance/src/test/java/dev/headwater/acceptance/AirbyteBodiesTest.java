package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loopback Airbyte takes what the documentation shows, and refuses what differs from it. */
class AirbyteBodiesTest {

    private static final String WORKSPACE = AirbyteApi.uuid("workspace");
    private static final String SOURCE = AirbyteApi.uuid("source");
    private static final String DESTINATION = AirbyteApi.uuid("destination");

    private static final String HUBSPOT = "{\"name\":\"hubspot-production\",\"workspaceId\":\"" + WORKSPACE
            + "\",\"configuration\":{\"sourceType\":\"hubspot\",\"start_date\":\"2025-01-01T00:00:00Z\"}}";
    private static final String CONNECTION = "{\"name\":\"hubspot-to-snowflake\",\"sourceId\":\"" + SOURCE
            + "\",\"destinationId\":\"" + DESTINATION
            + "\",\"schedule\":{\"scheduleType\":\"cron\",\"cronExpression\":\"0 0 7 * * ? *\"},\"status\":\"active\","
            + "\"namespaceDefinition\":\"custom_format\",\"namespaceFormat\":\"HUBSPOT\","
            + "\"nonBreakingSchemaUpdatesBehavior\":\"propagate_columns\",\"configurations\":{\"streams\":[{\"name\":"
            + "\"contacts\",\"syncMode\":\"incremental_deduped_history\",\"cursorField\":[\"updatedAt\"],"
            + "\"primaryKey\":[[\"id\"]]}]}}";

    private static String faults(String key, String body) {
        return String.join(
                "; ", new AirbyteBodies(WORKSPACE, SOURCE, DESTINATION).faults(key, AirbyteBodies.read(body)));
    }

    @Test
    void whatTheDocumentationShowsIsTaken() {
        assertThat(faults("sourceId", HUBSPOT)).isEmpty();
        assertThat(faults("connectionId", CONNECTION)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"workspaceId\" | \"workspace_id\" | there is no key workspace_id; workspaceId is not the id of a workspace",
                "sourceType | type | neither definitionId nor configuration.sourceType",
                "\"configuration\" | \"config\" | there is no key config; configuration is missing",
                "hubspot-production\",\"work | hubspot\",\"secretId\":\"x\",\"work | ''"
            })
    void aSourceThatDiffersIsRefused(String was, String is, String fault) {
        assertThat(faults("sourceId", HUBSPOT.replace(was, is))).startsWith(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sourceId | source | there is no key source; sourceId is no uuid",
                "incremental_deduped_history | incremental | syncMode cannot be incremental",
                "0 0 7 * * ? * | 0 7 * * * | cronExpression is not one of Quartz",
                "0 0 7 * * ? * | * 0 7 * * ? * | cronExpression is not one of Quartz",
                "0 0 7 * * ? * | 0 0 7 * * * * | cronExpression is not one of Quartz",
                "[[\"id\"]] | [\"id\"] | primaryKey is no path",
                "[\"updatedAt\"] | \"updatedAt\" | cursorField is no path",
                "custom_format | customformat | namespaceDefinition cannot be customformat",
                "namespaceFormat | namespace | there is no key namespace; namespaceFormat is missing",
                "\"syncMode\" | \"sync_mode\" | there is no key sync_mode",
                "cron\", | basic\", | scheduleType cannot be basic"
            })
    void aConnectionThatDiffersIsRefused(String was, String is, String fault) {
        assertThat(faults("connectionId", CONNECTION.replace(was, is))).isEqualTo(fault);
    }

    @Test
    void aConnectionOfWhatIsNotThereIsRefused() {
        assertThat(faults("connectionId", CONNECTION.replace(SOURCE, WORKSPACE)))
                .isEqualTo("there is no sourceId " + WORKSPACE);
    }
}
