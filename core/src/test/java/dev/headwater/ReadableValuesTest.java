package dev.headwater;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Repository;
import dev.headwater.naming.DbtName;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.platform.Platform;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In a log, a debugger and a failed assertion, a value says what it is, not where it lies in memory. */
class ReadableValuesTest {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final List<String> PACKAGES = List.of(
            "dev.headwater",
            "dev.headwater.change",
            "dev.headwater.emit",
            "dev.headwater.method",
            "dev.headwater.naming",
            "dev.headwater.plan",
            "dev.headwater.platform",
            "dev.headwater.problem",
            "dev.headwater.render",
            "dev.headwater.runbook");

    private static Stream<Class<?>> publicTypes(String name) throws IOException {
        try (Stream<Path> files = Files.list(CLASSES.resolve(name.replace('.', '/')))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .<Class<?>>map(file -> type(name + "." + file.replace(".class", "")))
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .toList()
                    .stream();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    /** Neither a builder nor a class of functions. */
    private static boolean hasValues(Class<?> type) {
        boolean functions = Arrays.stream(type.getDeclaredMethods())
                .allMatch(method -> Modifier.isStatic(method.getModifiers()) || method.isSynthetic());
        return !type.isInterface() && !functions && !type.getSimpleName().endsWith("Builder");
    }

    @Test
    void everyPublicValueOfCoreHasWordsOfItsOwn() throws Exception {
        for (String name : PACKAGES) {
            for (Class<?> type :
                    publicTypes(name).filter(ReadableValuesTest::hasValues).toList()) {
                assertThat(type.getMethod("toString").getDeclaringClass())
                        .as(type.getName())
                        .isNotEqualTo(Object.class);
            }
        }
    }

    @Test
    void theWordsSayWhatTheValueIs() {
        assertThat(Repository.inMemory("dbt", Map.of("dbt_project.yml", new byte[0])))
                .hasToString("dbt of 1 files");
        assertThat(new DbtName()).hasToString("DbtName[]");
        assertThat(Platform.runbook()
                        .with(platform -> platform.warehouse("LOADS"))
                        .toString())
                .startsWith("platform [{}, [LOADS, ANALYTICS_SOURCES_READER");
        assertThat(DataSourcePlan.builder().problems().toString())
                .contains("sources: is empty. A plan has at least one source. [field.notempty]");
    }
}
