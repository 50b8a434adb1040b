package dev.headwater.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HclFileTest {

    private static final String MODULE = """
            # The raw data of HubSpot.
            module "schema_dlt_hubspot" {
              source = "../modules/schema" # shared
              name   = "HUBSPOT"

              grants {
                roles = [
                  module.reader.name, # everybody
                  "LOADER",
                ]
              }
            }
            """;

    private static HclBlock block(String text) {
        return HclFile.parse(text).blocks().get(0);
    }

    private static HclAttribute attribute(String text) {
        return HclFile.parse(text + "\n").attributes().get(0);
    }

    @Test
    void aBlockIsFoundByItsTypeAndLabels() {
        assertThat(block(MODULE).is("module", List.of("schema_dlt_hubspot"))).isTrue();
        assertThat(block(MODULE).is("resource", List.of("schema_dlt_hubspot"))).isFalse();
        assertThat(block(MODULE).is("module", List.of("schema_dlt"))).isFalse();
    }

    @Test
    void labelsMayStandWithoutQuotes() {
        assertThat(block("resource aws_s3_bucket \"raw\" {}\n").labels()).containsExactly("aws_s3_bucket", "raw");
    }

    @Test
    void aBlockStartsAtItsTypeSoThatTheCommentAboveIsOutside() {
        HclBlock block = block(MODULE);

        assertThat(MODULE.substring(block.start(), block.end()))
                .startsWith("module \"schema_dlt_hubspot\" {")
                .endsWith("\n}");
        assertThat(block.line()).isEqualTo(2);
    }

    @Test
    void anAttributeEndsWithItsValueSoThatTheCommentBehindIsOutside() {
        HclAttribute source = block(MODULE).attribute("source").orElseThrow();

        assertThat(MODULE.substring(source.start(), source.end())).isEqualTo("source = \"../modules/schema\"");
        assertThat(source.line()).isEqualTo(3);
    }

    @Test
    void aBodyKeepsTheOrderOfItsAttributes() {
        assertThat(block(MODULE).attributes()).extracting(HclAttribute::name).containsExactly("source", "name");
    }

    @Test
    void aNestedBlockHasAttributesAndALineOfItsOwn() {
        HclBlock grants = block(MODULE).blocks().get(0);

        assertThat(grants.type()).isEqualTo("grants");
        assertThat(grants.line()).isEqualTo(6);
        assertThat(grants.attribute("roles").orElseThrow().line()).isEqualTo(7);
    }

    @Test
    void anAttributeOfANestedBlockIsNotOneOfTheOuterBlock() {
        assertThat(block(MODULE).attribute("roles")).isEmpty();
    }

    @Test
    void linesAreCountedBehindHeredocsAndCommentsOfSeveralLines() {
        HclFile file = HclFile.parse("""
                sql = <<SQL
                  select '}'
                SQL
                /* two
                   lines */
                next = 1
                """);

        assertThat(file.attributes()).extracting(HclAttribute::line).containsExactly(1, 6);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        HclAttribute attribute = attribute("\uFEFFname = 1");

        assertThat(attribute.name()).isEqualTo("name");
        assertThat(attribute.start()).isEqualTo(1);
    }

    @Test
    void anAttributeOfAFileIsNotABlock() {
        assertThat(HclFile.parse("name = 1\n").blocks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            name = "HUBSPOT"                  | HUBSPOT
            name = "../modules/schema" # c    | ../modules/schema
            name = "größe {x}" /* c */        | größe {x}
            name = ""                         | ~~
            """)
    void aStringInQuotesIsALiteral(String text, String literal) {
        assertThat(attribute(text).literal()).contains(literal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = var.name",
                "name = \"${var.name}_RAW\"",
                "name = \"%{ if true }x%{ endif }\"",
                "name = \"a\\nb\"",
                "name = \"a\" == \"b\"",
                "name = upper(\"a\")",
                "name = 1"
            })
    void whatTerraformHasToEvaluateIsNoLiteral(String text) {
        assertThat(attribute(text).literal()).isEmpty();
    }

    private static List<String> elements(HclAttribute attribute) {
        return ((HclExpression.ListValue) attribute.value())
                .elements().stream().map(HclExpression::text).toList();
    }

    @Test
    void theElementsOfAListAreTheirTextsWithoutComments() {
        HclAttribute list = attribute("""
                roles = [
                  # everybody
                  module.reader.name, # and
                  "a,b", [1, 2], f(1, 2), { a = 1, b = 2 },
                ]""");

        assertThat(elements(list))
                .containsExactly("module.reader.name", "\"a,b\"", "[1, 2]", "f(1, 2)", "{ a = 1, b = 2 }");
    }

    @Test
    void anEmptyListHasNoElements() {
        assertThat(elements(attribute("roles = [\n  # none\n]"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = [for a in b : a]", "x = [\n  for a in b : a\n]", "x = { a = 1 }", "x = concat(a, b)"})
    void whatTerraformHasToEvaluateIsNoList(String text) {
        assertThat(attribute(text).value()).isNotInstanceOf(HclExpression.ListValue.class);
    }

    @Test
    void whatOnlyBeginsLikeAForExpressionIsAList() {
        assertThat(elements(attribute("x = [for_all]"))).containsExactly("for_all");
    }
}
