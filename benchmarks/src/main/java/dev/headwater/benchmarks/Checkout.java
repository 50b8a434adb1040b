package dev.headwater.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Headwater's classes as one checkout has compiled them; only the benchmarks, and libraries, are this one's. */
final class Checkout extends URLClassLoader {

    private static final List<String> MODULES =
            List.of("core", "terraform-emitter", "dlt-emitter", "prefect-emitter", "dbt-emitter", "examples");

    Checkout(Path root, Path here) {
        super(
                Stream.concat(MODULES.stream().map(root::resolve), Stream.of(here.resolve("benchmarks")))
                        .map(Checkout::classes)
                        .toArray(URL[]::new),
                Checkout.class.getClassLoader());
    }

    private static URL classes(Path module) {
        Path classes = module.resolve("target").resolve("classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalArgumentException(classes + " is not there; compile that checkout first");
        }
        try {
            return classes.toUri().toURL();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Headwater's own classes are not those that the virtual machine was started with. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.headwater.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    /** Nor are its templates. */
    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }
}
