package dev.headwater.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3PrefixTest {

    private final NamingRule rule = new S3Prefix();

    @ParameterizedTest
    @ValueSource(strings = {"hubspot/contacts/", "a/", "2024-01/x_y.z!*'()/", "soapy/"})
    void aPrefixIsMadeOfFolders(String name) {
        assertThat(rule.check(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "crm,name.s3.open",
        "a b/,name.s3.character",
        "größe/,name.s3.character",
        "a//b/,name.s3.folder",
        "/a/,name.s3.folder",
        "a/../b/,name.s3.folder",
        "./,name.s3.folder",
        "soap/a/,name.s3.soap"
    })
    void otherPrefixesAreRefused(String name, String code) {
        assertThat(rule.check(name)).extracting(NamingRule.Fault::code).containsExactly(code);
    }

    @Test
    void anEmptyPrefixIsTheWholeBucket() {
        assertThat(rule.check("")).extracting(NamingRule.Fault::code).containsExactly("name.s3.open");
        assertThat(rule.check("/")).extracting(NamingRule.Fault::code).containsExactly("name.s3.folder");
        assertThat(rule.suggest("")).isEmpty();
    }

    @Test
    void theNameOfAFileHasRoom() {
        assertThat(rule.check("x".repeat(768) + "/")).isEmpty();
        assertThat(rule.check("x".repeat(769) + "/"))
                .containsExactly(
                        new NamingRule.Fault("name.s3.length", "is longer than 769 bytes, and a key has 1,024"));
    }

    @Test
    void eachFolderIsSuggestedOnItsOwn() {
        assertThat(rule.suggest("HubSpot EU/größe")).contains("hubspot_eu/groesse/");
    }
}
