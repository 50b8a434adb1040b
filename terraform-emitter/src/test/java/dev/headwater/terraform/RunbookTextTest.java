package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Repository;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.Emitted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nothing in the repository says otherwise, the blocks are the runbook's, byte for byte. */
class RunbookTextTest {

    private static final Repository NOTHING = Repository.inMemory("terraform", Map.of());
    private static final Emitted HEARD = Emitted.by(
            new TerraformEmitter(),
            Plans.hubspot(Platform.runbook().with(it -> it.asWritten("RB04", "RB05", "RB09")), Plans.FIVETRAN),
            NOTHING);

    @ParameterizedTest
    @CsvSource({
        "databases.tf, database_fivetran",
        "users.tf, user_svc_fivetran",
        "secrets.tf, fivetran_snowflake_credentials",
        "schemas.tf, schema_fivetran_hubspot"
    })
    void blocksAreTheRunbooks(String file, String label) throws IOException {
        assertThat(HEARD.block(label).text()).isEqualTo(runbook(file));
    }

    @Test
    void deviationsAddLinesAndChangeNone() throws IOException {
        Emitted emitted = Emitted.by(new TerraformEmitter(), Plans.hubspot(Plans.FIVETRAN), NOTHING);
        assertThat(emitted.block("schema_fivetran_hubspot").text())
                .isEqualTo(
                        runbook("schemas.tf").replace(".\"\n}", ".\"\n\n  depends_on = [module.database_fivetran]\n}"));
    }

    private static String runbook(String name) throws IOException {
        try (InputStream in = RunbookTextTest.class.getResourceAsStream("runbook/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("<loader>", "fivetran")
                    .replace("<LOADER>", "FIVETRAN")
                    .replace("<Loader>", "Fivetran")
                    .replace("<source>", "hubspot")
                    .replace("<SOURCE>", "HUBSPOT");
        }
    }
}
