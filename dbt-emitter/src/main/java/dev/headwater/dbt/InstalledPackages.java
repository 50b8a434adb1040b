package dev.headwater.dbt;

import dev.headwater.document.YamlNode;
import dev.headwater.emit.RepositoryView;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a project installs the package {@code dbt_utils}: from the hub, from git, from an archive or a folder. */
final class InstalledPackages {

    private static final List<String> FILES = List.of("packages.yml", "dependencies.yml");
    private static final List<String> KEYS = List.of("package", "git", "local", "name");
    private static final Pattern ITSELF = Pattern.compile("(.*[/:])?dbt[_-]utils(\\.git)?/?");

    private InstalledPackages() {}

    static boolean includeDbtUtils(RepositoryView view) {
        return FILES.stream()
                .flatMap(file -> view.yaml(file).items("packages"))
                .flatMap(InstalledPackages::names)
                .anyMatch(name -> ITSELF.matcher(name).matches());
    }

    private static Stream<String> names(YamlNode item) {
        return KEYS.stream().flatMap(key -> item.value(key).flatMap(YamlNode::string).stream());
    }
}
