package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.RepositoryView;
import org.junit.jupiter.api.Test;

/** What a module takes and gives is what its files say, however they are laid out. */
class ModuleInterfaceTest {

    @Test
    void bracketsInStringsAndCommentsOfConfigurationAliasesAreNoBrackets() {
        House house = House.empty().with("main.tf", """
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
        Configuration module = new Configuration(RepositoryView.of(house.repository()), "");

        assertThat(ModuleInterface.of(module).providers())
                .containsExactly("snowflake.sys_admin", "snowflake.security_admin", "aws.a", "aws.b");
    }
}
