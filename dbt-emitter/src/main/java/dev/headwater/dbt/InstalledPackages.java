package dev.headwater.dbt;

import dev.headwater.emit.Repository;
import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a project installs the package {@code dbt_utils}: from the hub, from git, from an archive or a folder. */
final class InstalledPackages {

    private static final List<String> FILES = List.of("packages.yml", "dependencies.yml");
    private static final List<String> KEYS = List.of("package", "git", "local", "name");
    private static final Pattern ITSELF = Pattern.compile("(.*[/:])?dbt[_-]utils(\\.git)?/?");

    private InstalledPackages() {}

    static boolean includeDbtUtils(Repository repository) {
        return FILES.stream()
                .flatMap(file -> repository.read(file).stream())
                .flatMap(InstalledPackages::packages)
                .anyMatch(name -> ITSELF.matcher(name).matches());
    }

    private static Stream<String> packages(byte[] file) {
        try {
            return YamlDocument.parse(SourceText.decode(file, "yaml"))
                    .root()
                    .flatMap(root -> root.value("packages"))
                    .stream()
                    .flatMap(list -> list.elements().stream())
                    .flatMap(InstalledPackages::names)
                    .toList()
                    .stream();
        } catch (UnreadableTextException reportedByDbt) {
            return Stream.of();
        }
    }

    private static Stream<String> names(YamlNode item) {
        return KEYS.stream().flatMap(key -> item.value(key).flatMap(YamlNode::string).stream());
    }
}
