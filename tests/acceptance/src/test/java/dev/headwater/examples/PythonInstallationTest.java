package dev.headwater.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real pip installs packages that are made here, so that nothing is downloaded. */
class PythonInstallationTest {

    private final List<String> progress = new ArrayList<>();

    @Test
    void elevenLinesAtTheMostSayHowFarItHasCome(@TempDir Path temporary) throws IOException {
        Optional<String> interpreter = PythonEnvironment.interpreter();
        assumeTrue(interpreter.isPresent(), "python3 is not there");
        StringBuilder requirements = new StringBuilder("# Made here.\n");
        for (int i = 1; i <= 12; i++) {
            requirements.append(wheel(temporary, "small" + i)).append("\n");
        }
        Path folder = temporary.resolve("environment");

        new PythonInstallation(folder, progress::add).install(interpreter.orElseThrow(), requirements.toString());

        assertThat(progress).hasSize(11);
        assertThat(progress.get(0)).isEqualTo("Making a Python environment of 12 packages in " + folder + " ...");
        assertThat(progress.get(1)).matches("  1 of 12 packages, up to .*small1-1-py3-none-any\\.whl, after \\d+ s");
        assertThat(progress.get(10)).startsWith("  12 of 12 packages, up to ");
        assertThat(Command.in(temporary, folder.resolve("bin/python").toString(), "-c", "import small1, small12")
                        .run()
                        .output())
                .isEmpty();
    }

    private static Path wheel(Path folder, String name) throws IOException {
        String information = name + "-1.dist-info/";
        Map<String, String> files = new TreeMap<>(Map.of(
                name + ".py",
                "",
                information + "METADATA",
                "Metadata-Version: 2.1\nName: " + name + "\nVersion: 1\n",
                information + "WHEEL",
                "Wheel-Version: 1.0\nGenerator: headwater\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
                information + "RECORD",
                name + ".py,,\n" + information + "METADATA,,\n" + information + "WHEEL,,\n" + information
                        + "RECORD,,\n"));
        Path wheel = folder.resolve(name + "-1-py3-none-any.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return wheel;
    }
}
