package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.Conflict;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever expressions other people write, there is a preview: what is nested too deep is a conflict with its line. */
class DeepExpressionsTest {

    private static final DataSourcePlan PLAN = Plans.hubspot(Loader.dlt());
    private static final House HOUSE = House.withModules("snowflake/modules").providers("snowflake/config");
    private static final String FILE = "snowflake/config/other.tf";

    private static Preview onboard(String text) {
        return Workspace.of()
                .repository(HOUSE.with(FILE, text).repository(), new TerraformEmitter())
                .onboard(PLAN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            for_each = toset( | [      | "a"  | ]   | )
            for_each =        | {a =   | 1    | }   | ~~
            for_each =        | {a = " | ${x} | "}  | ~~
            schema_name =     | upper( | "a"  | )   | ~~
            schema_name =     | (      | "a"  | )   | ~~
            schema_name =     | "${    | a    | }"  | ~~
            providers =       | {a =   | b    | }   | ~~
            providers =       | {a = "${ | b  | }"} | ~~
            """)
    void anExpressionThatIsNestedTooDeepIsAConflict(
            String start, String opening, String middle, String closing, String end) {
        for (int depth : new int[] {1_000, 100_000}) {
            String expression = start + opening.repeat(depth) + middle + closing.repeat(depth) + end;
            Preview preview = onboard(
                    "module \"schema_other\" {\n  source = \"../modules/snowflake_schema\"\n" + expression + "\n}\n");

            assertThat(preview.conflicts())
                    .anySatisfy(conflict -> assertThat(conflict.file()).isEqualTo(FILE))
                    .allSatisfy(conflict -> assertThat(conflict.line()).isEqualTo(3));
            assertThat(preview.conflicts()).extracting(Conflict::code).allMatch(code -> code.startsWith("hcl."));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "argument = var@.x@",
                "source = \"a@.b@/c/d/e\"",
                "schema_name = \"@a@\"",
                "schema_name = \"@${a}@\"",
                "for_each = toset([@\"a\",@])",
                "for_each = {@a = 1,@}",
                "for_each = toset([\"a\"]) == toset([\"b\"])",
                "for_each = [\"a\"] == [\"b\"]",
                "for_each = [\"a\", \"b\"][0]",
                "providers = {@a = b.c,@}"
            })
    void aLongExpressionIsRead(String pattern) {
        String[] parts = pattern.split("@", -1);
        String expression = parts.length == 1 ? pattern : parts[0] + parts[1].repeat(100_000) + parts[2];
        String source = expression.startsWith("source") ? "" : "source = \"../modules/snowflake_schema\"\n";

        Preview preview = onboard("module \"schema_other\" {\n" + source + expression + "\n}\n");

        assertThat(preview.conflicts())
                .noneSatisfy(conflict -> assertThat(conflict.code()).startsWith("hcl."));
    }

    @Test
    void localValuesThatGrowAreNotWrittenOut() {
        StringBuilder locals = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            locals.append("  l" + i + " = [" + ("local.l" + (i + 1) + ", ").repeat(90) + "]\n");
        }

        assertThat(onboard("locals {\n" + locals + "}\nmodule \"schema_other\" {\n"
                                + "  source = \"../modules/snowflake_schema\"\n  schema_name = local.l0\n}\n")
                        .changes("terraform")
                        .files())
                .isNotNull();
    }
}
