package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Workspace;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclFile;
import dev.headwater.emit.Repository;
import dev.headwater.examples.Command;
import dev.headwater.method.FileFormat;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.render.HclString;
import dev.headwater.terraform.TerraformEmitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that try to leave their literals, in every field of a table through Snowpipe that takes a text. */
class SnowpipeHostileTest {

    private static final int MANY = 400;
    private static final int LONGEST = 100;

    private static DataSourcePlan.Builder plan(List<String> texts) {
        return DataSourcePlan.builder()
                .loader(Loader.snowpipe())
                .source(
                        "files",
                        Snowpipe.from(
                                "data-lake",
                                snowpipe -> snowpipe.storageRole("arn:aws:iam::123456789012:role/storage")),
                        source -> tables(source, texts));
    }

    private static void tables(Source.Builder<Snowpipe.Files> source, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            int number = i;
            source.table("t" + i, table -> table(table, texts.get(number), number));
        }
    }

    private static void table(Table.Builder<Snowpipe.Files> table, String text, int number) {
        table.description(text)
                .append()
                .from(Snowpipe.files(
                        "t" + number + "/", FileFormat.csv().delimitedBy("|").withNulls(text)))
                .column("field", column -> column.from(text).type(ColumnType.STRING));
    }

    @Test
    void whatAPlanTakesStandsInItsLiteral(@TempDir Path temporary) throws IOException {
        Tool.TERRAFORM.needed();
        List<String> texts = HostileTexts.all()
                .filter(text -> text.length() <= LONGEST)
                .filter(text -> plan(List.of(text)).problems().isEmpty())
                .distinct()
                .limit(MANY)
                .toList();
        assertThat(texts).hasSizeGreaterThan(100);

        String emitted = Workspace.of()
                .repository(Repository.inMemory("terraform", Map.of()), new TerraformEmitter())
                .onboard(plan(texts).build())
                .changes("terraform")
                .files()
                .stream()
                .filter(file -> file.path().equals("snowflake/config/snowpipe.tf"))
                .findFirst()
                .orElseThrow()
                .after()
                .orElseThrow();

        Map<String, HclBlock> blocks = HclFile.parse(emitted).blocks().stream()
                .collect(Collectors.toMap(block -> String.join(".", block.labels()), block -> block));
        assertThat(blocks).hasSize(4 * texts.size());
        for (int i = 0; i < texts.size(); i++) {
            String label = ".snowpipe_files__t" + i;
            HclBlock table = Objects.requireNonNull(blocks.get("snowflake_table" + label));
            HclBlock format = Objects.requireNonNull(blocks.get("snowflake_file_format_csv" + label));
            String literal = HclString.encode(texts.get(i));
            assertThat(table.attribute("comment").orElseThrow().expression()).isEqualTo(literal);
            assertThat(format.attribute("null_if").orElseThrow().expression()).isEqualTo("[" + literal + "]");
            String stored =
                    table.blocks().get(0).attribute("name").orElseThrow().expression();
            assertThat(stored).isEqualTo(HclString.encode(capitals(texts.get(i))));
        }
        Files.writeString(temporary.resolve("snowpipe.tf"), emitted);
        Command.in(temporary, "terraform", "fmt", "-check", "-diff").run().orFail();
    }

    private static String capitals(String text) {
        return text.codePoints()
                .map(Character::toUpperCase)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
