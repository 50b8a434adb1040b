package dev.headwater.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.Conflict;
import dev.headwater.emit.Repository;
import dev.headwater.testkit.Emitted;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** dbt takes no source and no model twice, so what somebody has put elsewhere is addressed there. */
class DeclaredElsewhereTest {

    private static final String DECLARED = """
            sources:
              - name: dlt_crm
                database: DLT
                schema: CRM
                tables:
                  - name: deals
            """;

    private static Preview onboard(Map<String, String> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Workspace.of()
                .repository(Repository.inMemory("dbt-transform", bytes), new DbtEmitter())
                .onboard(Crm.plan());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models/sources.yml",
                "models/raw/crm.yaml",
                "models/staging/sources.yml",
                "models/staging/dlt/crm/deeper/_sources.yml"
            })
    void aSourceGetsItsTablesWhereSomebodyDeclaredIt(String path) {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of(path, DECLARED))
                        .addresses())
                .contains(path + ": sources[name=dlt_crm]", path + ": sources[name=dlt_crm].tables[name=contacts]");
    }

    @Test
    void theProjectSaysWhereModelsAre() {
        Map<String, String> files =
                Map.of("dbt_project.yml", "model-paths: [\"./transform/\"]\n", "transform/crm.yml", DECLARED);
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), files).addresses())
                .contains("transform/crm.yml: sources[name=dlt_crm]");
    }

    @Test
    void aTableStaysInTheFileThatHasItWhenASourceIsInSeveral() {
        Map<String, String> files =
                Map.of("models/a.yml", DECLARED, "models/b.yml", DECLARED.replace("deals", "contacts"));
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), files).addresses())
                .contains("models/b.yml: sources[name=dlt_crm].tables[name=contacts]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"models/staging/dlt/_models.yml", "models/staging/dlt/stg_dlt__contacts.yaml"})
    void aModelIsDescribedWhereSomebodyDescribedIt(String path) {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of(path, "models:\n  - name: stg_dlt__contacts\n"))
                        .addresses())
                .contains(path + ": models[name=stg_dlt__contacts]");
    }

    @Test
    void theSameModelInAnotherFolderIsUnchangedAndAnotherOneIsAConflict() {
        String path = "models/marts/crm/stg_dlt__contacts.sql";
        String same = Emitted.by(new DbtEmitter(), Crm.plan()).text(Crm.SQL);
        assertThat(onboard(Map.of(path, same)).conflicts()).isEmpty();
        assertThat(onboard(Map.of(path, same.replace("contact_id", "other"))).conflicts())
                .extracting(Conflict::file)
                .containsExactly(path);
    }

    @Test
    void aFileThatCannotBeReadButMayDeclareTheSourceIsNotPassedOver() {
        Map<String, String> files = Map.of("models/raw.yml", "sources:\n\t- name: dlt_crm\n");
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), files).said("dbt.unreadable"))
                .contains("models/raw.yml, line 2: the file cannot be read but speaks of dlt_crm");
        Preview preview = onboard(files);
        assertThat(preview.conflicts()).extracting(Conflict::file).contains("models/raw.yml");
        assertThat(preview.changes("dbt-transform").files())
                .extracting(file -> file.path())
                .doesNotContain("models/staging/dlt/_sources.yml");
    }

    @Test
    void aFileThatCannotBeReadAndSpeaksOfOtherThingsIsNobodysBusiness() {
        Map<String, String> files = Map.of("models/raw.yml", "sources:\n\t- name: dlt_crm_old\n");
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), files).fragments())
                .isEqualTo(Emitted.by(new DbtEmitter(), Crm.plan()).fragments());
    }

    @Test
    void aSourceOfOtherDataWithTheSameNameIsAFinding() {
        String old = """
                version: 2
                sources:
                  - name: dlt_crm
                    database: RAW
                    schema: crm_old
                """;
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("models/crm.yml", old))
                        .said("dbt.source-elsewhere"))
                .isEqualTo(
                        "ACT models/crm.yml, line 3: the source dlt_crm reads the schema crm_old of the database RAW,"
                                + " but dlt loads into DLT.CRM: give it database: DLT and schema: CRM, or rename it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"database: dlt", "database: \"{{ env_var('RAW') }}\""})
    void aSourceOfTheSameDataIsNoFinding(String database) {
        String there = DECLARED.replace("database: DLT", database).replace("CRM", "crm");
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("models/crm.yml", there))
                        .codes())
                .doesNotContain("dbt.source-elsewhere");
    }

    @Test
    void aSourceWithoutASchemaReadsTheOneOfItsName() {
        String there = DECLARED.replace("    schema: CRM\n", "");
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("models/crm.yml", there))
                        .said("dbt.source-elsewhere"))
                .contains("reads the schema dlt_crm of the database DLT");
    }

    @Test
    void nothingIsClaimedOfASourceThatSomebodyWroteInTheirOwnShape() {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan()).codes()).contains("RB14", "RB15", "RB16", "RB31");
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("models/crm.yml", DECLARED))
                        .codes())
                .doesNotContain("RB14", "RB15", "RB16", "RB31");
    }

    @Test
    void aModelOfAnotherSourceOffersAnotherName() {
        Map<String, String> files = Map.of(Crm.SQL, "select * from {{ source('dlt_shop', 'contacts') }}\n");
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), files).said("RB17"))
                .isEqualTo("ACT " + Crm.SQL + ": the model reads the source dlt_shop already, not dlt_crm: name models"
                        + " stg_dlt_crm__contacts, or rename one of them."
                        + " [platform.stagingNaming(StagingNaming.BY_SOURCE)]");
        assertThat(onboard(files).conflicts()).extracting(Conflict::file).isEqualTo(List.of(Crm.SQL));
    }

    @Test
    void aProjectThatLooksForModelsElsewhereIsAFinding() {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("dbt_project.yml", "model-paths: [transform]\n"))
                        .said("dbt.folder"))
                .startsWith("ACT dbt_project.yml has the model-paths transform, which leave out models/staging/dlt:");
        assertThat(Emitted.by(
                                new DbtEmitter(),
                                Crm.plan(),
                                Map.of("dbt_project.yml", "model-paths: [transform, ./models/]\n"))
                        .codes())
                .doesNotContain("dbt.folder");
    }

    private static final String DISABLED = """
            sources:
              - name: dlt_crm
                database: DLT
                schema: CRM
                config:
                  enabled: false
                tables:
                  - name: contacts
            """;

    private static String saidOfDisabled(String text) {
        return Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("models/crm.yml", text))
                .said("dbt.source-disabled");
    }

    @Test
    void aSourceThatSomebodyDisabledIsAFinding() {
        assertThat(saidOfDisabled(DISABLED))
                .isEqualTo(
                        "ACT models/crm.yml, line 6: the source dlt_crm, or a table of it, is disabled, and dbt refuses"
                                + " the models that read it: enable it there.");
        assertThat(saidOfDisabled(DISABLED.replace("    config:\n      enabled: false\n", "    enabled: no\n")))
                .contains("models/crm.yml, line 5:");
        assertThat(saidOfDisabled(DISABLED.replace("contacts", "deals"))).contains("line 6:");
    }

    @Test
    void aTableSaysForItselfWhetherItIsDisabled() {
        assertThat(saidOfDisabled(DECLARED.replace("deals", "contacts\n        config: {enabled: false}")))
                .contains("models/crm.yml, line 7:");
        assertThat(saidOfDisabled(DECLARED.replace("deals", "contacts\n        enabled: false")))
                .isEmpty();
        assertThat(saidOfDisabled(DISABLED + "        config: {enabled: true}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"{{ target.name == 'prod' }}\""})
    void aSourceThatIsOrMayBeEnabledIsNoFinding(String enabled) {
        assertThat(saidOfDisabled(DISABLED.replace("false", enabled))).isEmpty();
    }

    @Test
    void aProjectFileThatCannotBeReadIsAFindingForModelsGoToTheDefaultFolder() {
        String broken = "model-paths: [transform]\n\tname: x\n";

        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("dbt_project.yml", broken))
                        .said("dbt.project"))
                .startsWith("ACT dbt_project.yml, line 2: the file cannot be read, so models go to models/staging/dlt"
                        + " whatever its model-paths are. ");
    }

    @Test
    void aProjectFileInAnotherEncodingIsOne() {
        byte[] bytes = "model-paths: [transform]\n".getBytes(StandardCharsets.UTF_16);
        Repository repository = Repository.inMemory("dbt-transform", Map.of("dbt_project.yml", bytes));

        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), repository).said("dbt.project"))
                .startsWith("ACT dbt_project.yml: the file cannot be read,")
                .contains("not UTF-8");
    }

    @Test
    void aDirectoryThatHoldsOtherThingsThanADbtProjectIsAFinding() {
        Map<String, String> files = Map.of("README.md", "", "transform/dbt_project.yml", "name: analytics\n");

        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), files).said("dbt.project"))
                .isEqualTo(
                        "ACT dbt_project.yml is not there, nor any model, so models go to models/staging/dlt: see that"
                                + " the repository's directory is the one of the dbt project.");
    }

    @Test
    void anEmptyRepositoryAndOneWithModelsAreNoFinding() {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan()).codes()).doesNotContain("dbt.project");
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("README.md", "", "models/a.sql", "select 1\n"))
                        .codes())
                .doesNotContain("dbt.project");
    }
}
