package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.Scope;
import dev.headwater.examples.HubSpotPlan;
import dev.headwater.plan.DataSourcePlan;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in javadoc compile, and each expression gives what stands in the comment behind it. */
public class JavadocTest {

    private static final Path ROOT =
            Path.of(System.getProperty("headwater.examples", "../../examples")).resolve("..");
    private static final Pattern EXAMPLE = Pattern.compile("(?s) \\* <pre>\\{@code\n(.*?) \\* }</pre>");
    private static final Pattern RESULT = Pattern.compile("(?m)^(.+); // (.+)$");

    /** What an example may take for granted. */
    public static final class Given {

        public static final DataSourcePlan PLAN = HubSpotPlan.plan();

        public static final Emitter EMITTER = new Emitter() {
            @Override
            public String name() {
                return "copies";
            }

            @Override
            public Emission emit(DataSourcePlan plan, RepositoryView view) {
                Emission.Builder out = Emission.builder();
                Scope scope = Scope.loader("dlt");
                out.fragment(Fragment.yamlItem(
                                scope, Address.yaml("copies.yaml").item("copies", "name", "crm"), "name: crm\n"))
                        .finding(Finding.know("copy.nightly", scope, "The job copies at 02:00 UTC."));
                return out.build();
            }
        };

        private Given() {}

        /** Fails when an expression gives something else than the comment says. */
        public static void expect(String wanted, Object result) {
            assertThat(String.valueOf(result).strip()).isEqualTo(wanted);
        }
    }

    static Stream<String> files() {
        String emit = "core/src/main/java/dev/headwater/emit/";
        String render = "core/src/main/java/dev/headwater/render/";
        String testKit = "test-kit/src/main/java/dev/headwater/testkit/";
        return Stream.concat(
                Stream.of("Address", "Fragment", "Step").map(emit::concat),
                Stream.concat(
                        Stream.of(
                                        "HclString",
                                        "JinjaText",
                                        "JsonString",
                                        "MarkdownText",
                                        "PythonLine",
                                        "PythonString",
                                        "ShellWord",
                                        "SqlIdentifier",
                                        "SqlString",
                                        "Template",
                                        "YamlText")
                                .map(render::concat),
                        Stream.of("Emitted", "EmitterLaws").map(testKit::concat)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatAnExampleSaysIsTrue(String file, @TempDir Path out) throws Exception {
        Matcher example = EXAMPLE.matcher(Files.readString(ROOT.resolve(file + ".java")));
        assertThat(example.find()).isTrue();
        String code = example.group(1)
                .lines()
                .map(line -> line.replaceFirst("^ \\* ?", ""))
                .collect(Collectors.joining("\n"));
        run(RESULT.matcher(code).replaceAll(JavadocTest::expecting), out);
    }

    private static String expecting(MatchResult line) {
        String wanted = line.group(2).replace("\\", "\\\\").replace("\"", "\\\"");
        return Matcher.quoteReplacement("Given.expect(\"" + wanted + "\", " + line.group(1) + ");");
    }

    private static void run(String code, Path out) throws Exception {
        String source = """
                import dev.headwater.acceptance.JavadocTest.Given;
                import dev.headwater.emit.*;
                import dev.headwater.plan.*;
                import dev.headwater.render.*;
                import dev.headwater.testkit.*;
                import java.util.*;
                public class Example implements Runnable {
                    public void run() {
                        DataSourcePlan plan = Given.PLAN;
                        Emitter emitter = Given.EMITTER;
                """ + code + "\n}\n}\n";
        assertThat(Snippet.faults("Example", source, out)).isEmpty();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {out.toUri().toURL()}, JavadocTest.class.getClassLoader())) {
            ((Runnable) loader.loadClass("Example").getConstructor().newInstance()).run();
        }
    }
}
