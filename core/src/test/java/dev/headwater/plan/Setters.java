package dev.headwater.plan;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every factory, constructor and builder method of the domain that takes a value, found by reflection. */
final class Setters {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final List<String> PACKAGES = List.of("plan", "method", "platform");

    private Setters() {}

    static Stream<Executable> all() throws IOException {
        List<Executable> all = new ArrayList<>();
        for (String part : PACKAGES) {
            try (Stream<Path> files = Files.list(CLASSES.resolve(Path.of("dev", "headwater", part)))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                        .map(file -> type("dev.headwater." + part + "." + file.replace(".class", "")))
                        .filter(Setters::isPublic)
                        .flatMap(Setters::of)
                        .forEach(all::add);
            }
        }
        return all.stream();
    }

    /** Type and name, such as {@code Source.Builder.schedule}. */
    static String name(Executable setter) {
        String type = setter.getDeclaringClass().getCanonicalName().replaceFirst("dev\\.headwater\\.[a-z]+\\.", "");
        return type + "." + (setter instanceof Constructor ? "new" : setter.getName());
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isEnum()
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static Stream<Executable> of(Class<?> type) {
        Stream<Constructor<?>> made = Arrays.stream(type.getConstructors());
        Stream<Method> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && makesADomainValue(method.getReturnType()));
        return Stream.<Executable>concat(made, methods)
                .filter(each -> Modifier.isPublic(each.getModifiers()) && each.getParameterCount() > 0);
    }

    private static boolean makesADomainValue(Class<?> type) {
        return PACKAGES.stream().anyMatch(part -> type.getPackageName().equals("dev.headwater." + part));
    }
}
