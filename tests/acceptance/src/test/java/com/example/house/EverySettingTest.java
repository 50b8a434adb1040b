package com.example.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Workspace;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.emit.Repository;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.Column;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.PlatformBuilder;
import dev.headwater.prefect.PrefectEmitter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EverySettingTest {

    @Test
    void thePlanIsValidAndCanBeOnboarded() {
        assertThat(Workspace.of()
                        .repository(
                                Repository.inMemory("data-pipelines", Map.of()), new DltEmitter(), new PrefectEmitter())
                        .onboard(EverySetting.plan())
                        .conflicts())
                .isEmpty();
        assertThat(EverySetting.later(EverySetting.plan()).sources()).hasSize(5);
    }

    @Test
    void everySettingOfTheBuildersIsThere() throws IOException {
        String text = Files.readString(Path.of(
                System.getProperty("headwater.examples", "../../examples"),
                "src/main/java/com/example/house/EverySetting.java"));
        Stream<Method> settings = Stream.of(
                        Source.Builder.class,
                        Table.Builder.class,
                        Column.Builder.class,
                        RestApi.Builder.class,
                        RestApi.Endpoint.Builder.class,
                        Loader.Builder.class,
                        PlatformBuilder.class,
                        Paginator.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method ->
                        method.getDeclaringClass() != Paginator.class || Modifier.isStatic(method.getModifiers()));
        Map<String, Set<Class<?>>> typesByName = settings.collect(Collectors.groupingBy(
                Method::getName, TreeMap::new, Collectors.mapping(Method::getDeclaringClass, Collectors.toSet())));
        assertThat(typesByName)
                .allSatisfy((name, types) -> assertThat(Pattern.compile("\\b" + name + "\\(")
                                .matcher(text)
                                .results())
                        .as(name + " of " + types)
                        .hasSizeGreaterThanOrEqualTo(types.size()));
    }
}
