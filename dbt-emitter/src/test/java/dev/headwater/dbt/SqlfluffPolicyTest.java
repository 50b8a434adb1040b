package dev.headwater.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Repository;
import dev.headwater.emit.RepositoryView;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlfluffPolicyTest {

    private static final String UPPER = "[sqlfluff:rules:capitalisation.keywords]\ncapitalisation_policy = upper\n";

    private static KeywordCase of(Map<String, String> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new SqlfluffPolicy(RepositoryView.of(Repository.inMemory("dbt-transform", bytes)))
                .in("models/staging/dlt");
    }

    @Test
    void withoutAnySettingsKeywordsAreLowerCase() {
        assertThat(of(Map.of())).isEqualTo(KeywordCase.LOWER);
    }

    @Test
    void aSectionMayBeIndented() {
        assertThat(of(Map.of(".sqlfluff", "[sqlfluff]\n" + UPPER.indent(2)))).isEqualTo(KeywordCase.UPPER);
    }

    @Test
    void whatIsIndentedBelowAnOptionIsItsValueAndNoSection() {
        assertThat(of(Map.of(".sqlfluff", "[sqlfluff]\ndialect = snowflake\n" + UPPER.indent(2))))
                .isEqualTo(KeywordCase.LOWER);
    }

    @Test
    void setupCfgAsksForIt() {
        assertThat(of(Map.of("setup.cfg", "[metadata]\nname = x\n" + UPPER))).isEqualTo(KeywordCase.UPPER);
    }

    @Test
    void pyprojectAsksForIt() {
        assertThat(of(Map.of("pyproject.toml", """
                        [tool.sqlfluff.rules.capitalisation.keywords]
                        capitalisation_policy = "upper"  # as everywhere
                        """))).isEqualTo(KeywordCase.UPPER);
    }

    @Test
    void theFileNearestToTheModelsDecides() {
        assertThat(of(Map.of("models/.sqlfluff", UPPER))).isEqualTo(KeywordCase.UPPER);
        assertThat(of(Map.of("models/.sqlfluff", UPPER, "models/staging/.sqlfluff", UPPER.replace("upper", "lower"))))
                .isEqualTo(KeywordCase.LOWER);
    }

    @Test
    void anotherSectionIsNotAsked() {
        assertThat(of(Map.of(".sqlfluff", UPPER.replace("keywords", "literals"))))
                .isEqualTo(KeywordCase.LOWER);
    }
}
