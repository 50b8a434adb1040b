package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    private final NamingRule rule = new FileName();

    @ParameterizedTest
    @ValueSource(
            strings = {"a.tf", ".gitignore", "with blank.sql", "console", "com", "com10.txt", "a.nul", "caf\u00e9", "_"
            })
    void takesWhatEverySystemTakes(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "CON|name.file.device",
                "nul.tar.gz|name.file.device",
                "Com1.txt|name.file.device",
                "lpt9|name.file.device",
                "aux .tf|name.file.device",
                "COM\u00b9|name.file.device",
                "a.|name.file.end",
                "a |name.file.end",
                "a. .|name.file.end",
                "a?b|name.file.character",
                "a\u0001b|name.file.character",
                "a:b|name.file.character",
                "\"a\"|name.file.character"
            })
    void refusesWhatWindowsRefusesOrChanges(String name, String code) {
        assertThat(rule.check(name)).extracting(NamingRule.Fault::code).containsExactly(code);
    }

    @Test
    void suggestsANameNearBy() {
        assertThat(rule.suggest("a?b. ")).contains("a_b");
        assertThat(rule.suggest("nul.tf")).contains("nul_data.tf");
        assertThat(rule.suggest("...")).isEmpty();
    }
}
