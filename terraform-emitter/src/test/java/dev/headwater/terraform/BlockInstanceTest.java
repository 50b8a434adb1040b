package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.document.HclExpression;
import dev.headwater.emit.RepositoryView;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be worked out of a block without Terraform is, and whatever goes round in circles is left to it. */
class BlockInstanceTest {

    private static final String LOCALS = """
            locals {
              crm    = "hubspot"
              names  = { crm = local.crm, raw = "x_${local.crm}" }
              round  = local.round
              upper  = upper(local.upper)
              joined = "${local.joined}${local.joined}"
            }
            """;

    private static List<BlockInstance> made(String block) {
        House house = House.empty().with("main.tf", LOCALS + "resource \"x\" \"y\" {\n" + block + "\n}\n");
        Configuration configuration = new Configuration(RepositoryView.of(house.repository()), "");
        return BlockInstance.of(configuration.resources("x").get(0), configuration)
                .orElse(List.of());
    }

    private static Optional<String> string(BlockInstance one, String expression) {
        return one.string(HclExpression.parse(expression));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            local.names.crm                    | hubspot
            local.names["raw"]                 | x_hubspot
            upper("${lower(local.crm)}")       | HUBSPOT
            "${upper(local.crm)}_${each.key}"  | HUBSPOT_a
            "${each.value.n}-"                 | 1-
            each.value["n"]                    | 1
            """)
    void whatIsWrittenOutIsRead(String expression, String value) {
        assertThat(string(made("for_each = { a = { n = \"1\" } }").get(0), expression))
                .contains(value);
    }

    @ParameterizedTest
    @CsvSource({"local.round", "local.upper", "local.joined", "local.none", "each.key", "var.x", "1", "local.names"})
    void whatOnlyTerraformKnowsIsNot(String expression) {
        assertThat(string(made("").get(0), expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            for_each = ["a", "b"]               | 2
            for_each = toset([for x in y : x])  | 0
            for_each = toset(["a", local.crm])  | 2
            for_each = { (var.x) = 1 }          | 0
            for_each = tomap(local.names)       | 2
            count    = 0                        | 0
            count    = 2                        | 1
            """)
    void aForEachThatIsWrittenOutMakesItsElements(String block, int count) {
        assertThat(made(block)).hasSize(count);
    }

    @Test
    void aNameMayBeWhatHasAllThatCanBeReadOfIt() {
        ReadableText text = new ReadableText(List.of(Optional.of("raw_"), Optional.empty(), Optional.of("_v1")));

        assertThat(text.mayBe("raw_hubspot_v1")).isTrue();
        assertThat(text.mayBe("raw_hubspot_v2")).isFalse();
        ReadableText middle = new ReadableText(List.of(Optional.empty(), Optional.of("_"), Optional.empty()));
        assertThat(middle.mayBe("DLT")).isFalse();
        assertThat(middle.mayBe("DEV_DLT")).isTrue();
        assertThat(ReadableText.NOTHING.mayBe("anything")).isTrue();
        assertThat(new ReadableText(List.of(Optional.of("a"))).mayBe("ab")).isFalse();
    }
}
