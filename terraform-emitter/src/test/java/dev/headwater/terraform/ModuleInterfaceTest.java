package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.document.HclFile;
import dev.headwater.document.TerraformDirectory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a module takes and gives is what its files say, however they are laid out. */
class ModuleInterfaceTest {

    @Test
    void bracketsInStringsAndCommentsOfConfigurationAliasesAreNoBrackets() {
        HclFile file = HclFile.parse("""
                terraform {
                  required_providers {
                    snowflake = {
                      source                = "snowflakedb/snowflake"
                      configuration_aliases = [
                        snowflake.sys_admin, # ] not yet
                        snowflake.security_admin
                      ]
                    }
                    aws = { "configuration_aliases" : [aws.a, aws.b] }
                  }
                }
                """);
        TerraformDirectory module =
                new TerraformDirectory("", Map.of("main.tf", file), Map.of(), Map.of(), Map.of(), List.of());

        assertThat(ModuleInterface.of(module).providers())
                .containsExactly("snowflake.sys_admin", "snowflake.security_admin", "aws.a", "aws.b");
    }
}
