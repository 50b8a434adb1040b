package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.examples.Command;
import dev.headwater.naming.SnowflakeIdentifier;
import dev.headwater.render.HclString;
import dev.headwater.render.JinjaText;
import dev.headwater.render.JsonString;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.PythonString;
import dev.headwater.render.ShellWord;
import dev.headwater.render.SqlIdentifier;
import dev.headwater.render.SqlString;
import dev.headwater.render.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every encoder's literals, read back by the real reader: 10,000 hostile texts each, or as many as
 * {@code -Dheadwater.texts} says.
 */
class EncoderAcceptanceTest {

    private static final Pattern MARKS = Pattern.compile("\\p{M}{31}");
    private static final Predicate<String> NUL = text -> text.indexOf('\0') >= 0;
    private static final Predicate<String> WITHOUT_COMMON_LITERAL =
            text -> text.indexOf('\\') >= 0 && (text.contains("$$") || text.startsWith("$") || text.endsWith("$"));

    /** For a parser that takes a minute for 10,000. */
    private static final int SOME = Literals.COUNT / 20;

    @TempDir
    private Path folder;

    @BeforeEach
    void needed() {
        Tool.PYTHON.needed();
    }

    @Test
    void python() throws IOException {
        Literals.of(PythonString::encode).readBackBy("python", "dbt", Literals.COUNT, folder);
    }

    @Test
    void pythonDocstrings() throws IOException {
        Literals.of(text -> "\"\"\"" + PythonString.docstring(text) + "\"\"\"")
                .meaning(text -> text.strip().replace('"', '\''))
                .readBackBy("python", "dbt", Literals.COUNT, folder);
    }

    @Test
    void json() throws IOException {
        new Literals(JsonString::encode, text -> false, text -> text).readBackBy("json", "dbt", Literals.COUNT, folder);
    }

    @Test
    void yamlOnOneLine() throws IOException {
        Literals scalars = Literals.of(text -> "a: " + YamlText.scalar(text));
        scalars.readBackBy("pyyaml", "dbt", Literals.COUNT, folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 13, 40, 90})
    void yamlFoldedAtAnyColumn(int column) throws IOException {
        Literals.of(text -> YamlText.entry("a", text, column, 4))
                .readBackBy("pyyaml", "dbt", Literals.COUNT / 5, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pyyaml-pure", "ruamel"})
    void yamlByReadersWrittenInPython(String reader) throws IOException {
        Literals.of(text -> YamlText.entry("a", text, 4, 4)).readBackBy(reader, "pipelines", Literals.COUNT, folder);
    }

    @Test
    void jinja() throws IOException {
        new Literals(JinjaText::encode, text -> false, text -> text).readBackBy("jinja", "dbt", Literals.COUNT, folder);
    }

    @Test
    void jinjaInYaml() throws IOException {
        Literals.of(text -> YamlText.entry("description", JinjaText.encode(text), 4, 4))
                .readBackBy("jinja-in-yaml", "dbt", Literals.COUNT, folder);
    }

    @Test
    void jinjaInSql() throws IOException {
        Literals.of(text -> JinjaText.encode(SqlString.encode(text)))
                .refusing(NUL.or(WITHOUT_COMMON_LITERAL))
                .readBackBy("jinja-in-sql", "dbt", Literals.COUNT, folder);
    }

    @Test
    void sqlByDuckDb() throws IOException {
        sql().readBackBy("duckdb", "dbt", Literals.COUNT, folder);
    }

    /** sqlfluff's parser takes every line end for a line feed. */
    @Test
    void sqlForSnowflakeBySqlfluff() throws IOException {
        sql().readBackBy("sqlfluff-lexer", "dbt", Literals.COUNT, folder);
        sql().meaning(text -> text.replaceAll("\\r\\n?", "\n")).readBackBy("sqlfluff-parser", "dbt", SOME, folder);
    }

    private static Literals sql() {
        return Literals.of(SqlString::encode).refusing(NUL.or(WITHOUT_COMMON_LITERAL));
    }

    @Test
    void sqlIdentifiers() throws IOException {
        Literals.of(SqlIdentifier::encode)
                .refusing(NUL.or(String::isEmpty))
                .meaning(name -> SnowflakeIdentifier.isReserved(name) ? name.toUpperCase(Locale.ROOT) : name)
                .readBackBy("duckdb-columns", "dbt", Literals.COUNT, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "item", "middle", "cell", "heading"})
    void markdown(String place) throws IOException {
        markdown(MarkdownText::inline).readBackBy("markdown-" + place, "pipelines", Literals.COUNT, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "code-cell"})
    void markdownCode(String place) throws IOException {
        markdown(MarkdownText::code)
                .meaning(text -> text.isEmpty() ? " " : shown(text))
                .readBackBy("markdown-" + place, "pipelines", Literals.COUNT, folder);
    }

    private static Literals markdown(UnaryOperator<String> encoder) {
        return new Literals(encoder, text -> false, EncoderAcceptanceTest::shown);
    }

    /** On one line, with U+FFFD for what nobody can see. */
    private static String shown(String text) {
        return text.replaceAll("\\r\\n|[\\r\\n]", " ").replaceAll("[\\p{Cc}\\p{Cs}&&[^\t]]", "\uFFFD");
    }

    @Test
    void shell() throws IOException {
        Literals.of(ShellWord::encode).refusing(NUL).each(Literals.COUNT, pairs -> {
            String words = pairs.stream().map(Map.Entry::getValue).collect(Collectors.joining(" "));
            Path script = Files.writeString(folder.resolve("words.sh"), "printf '%s\\0' " + words + "\n");
            String printed =
                    Command.in(folder, "bash", script.toString()).run().orFail().output();
            assertThat(List.of(printed.split("\0", -1)).subList(0, pairs.size()))
                    .isEqualTo(pairs.stream().map(Map.Entry::getKey).toList());
        });
    }

    /** Terraform reads every string in form C, by a newer Unicode than Java 17's. */
    @Test
    void terraform() throws IOException {
        Tool.TERRAFORM.needed();
        Literals.of(text -> HclString.encode(known(text)))
                .refusing(text -> MARKS.matcher(Normalizer.normalize(known(text), Normalizer.Form.NFD))
                        .find())
                .meaning(text -> Normalizer.normalize(known(text), Normalizer.Form.NFC))
                .each(Literals.COUNT, pairs -> {
                    String values = pairs.stream().map(Map.Entry::getValue).collect(Collectors.joining(",\n"));
                    Files.writeString(
                            folder.resolve("main.tf"), "output \"all\" {\n  value = [\n" + values + "\n  ]\n}\n");
                    terraform("apply", "-auto-approve", "-input=false");
                    List<Map.Entry<String, String>> read = new ArrayList<>(pairs);
                    read.set(0, Map.entry(pairs.get(0).getKey(), terraform("output", "-json", "all")));
                    assertThat(Literals.disagreements("values", "dbt", read, folder))
                            .isEmpty();
                });
    }

    private static String known(String text) {
        return text.replaceAll("\\p{Cn}", "x");
    }

    private String terraform(String... words) {
        String[] command = new String[words.length + 1];
        command[0] = "terraform";
        System.arraycopy(words, 0, command, 1, words.length);
        return Command.in(folder, command)
                .with(Map.of("TF_CLI_CONFIG_FILE", "/dev/null", "CHECKPOINT_DISABLE", "1"))
                .run()
                .orFail()
                .output();
    }
}
