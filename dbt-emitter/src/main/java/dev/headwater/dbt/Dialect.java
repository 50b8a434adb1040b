package dev.headwater.dbt;

import dev.headwater.document.YamlNode;
import dev.headwater.emit.RepositoryView;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Platform;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How dbt of some version wants freshness, load time and the arguments of tests written (RB14): from 1.10 on below
 * {@code config:} and {@code arguments:}, before that where the runbook has them. Measured with dbt 1.9.11 to 1.12.6.
 */
enum Dialect {
    CONFIG,
    TOP_LEVEL;

    /** What keeps dbt below 1.10: an upper bound, or one version. */
    private static final Pattern BEFORE_1_10 = Pattern.compile("(?:"
            + "<\\s*1\\.(?:10(?:\\.0)?|\\d(?:\\.\\d+)?)"
            + "|(?<![<>!~=^])(?:<=|={1,3})\\s*1\\.\\d(?:\\.(?:\\d+|\\*))?"
            + "|~=\\s*1\\.\\d\\.\\d+"
            + "|(?<![<>!=])~\\s*1\\.\\d(?:\\.\\d+)?"
            + "|(?:^|[\"'])1\\.\\d(?:\\.\\d+)?"
            + ")(?![.\\d])");

    /** What requirements, or a project file, say of dbt or an adapter of it. */
    private static final Pattern REQUIREMENT = Pattern.compile(
            "(?im)^[^#\\n]*?(?<![\\w-])dbt[-_](?:core|snowflake)(?![\\w-])([^#\\n]*?)(?:[\"']\\s*,|#|$)");

    static Dialect of(Platform platform, RepositoryView view, Optional<YamlNode> settings) {
        boolean asked = platform.asWritten(Deviation.FRESHNESS_CONFIG);
        return asked || settings.filter(Dialect::isOld).isPresent() || requiresOld(view) ? TOP_LEVEL : CONFIG;
    }

    private static boolean isOld(YamlNode settings) {
        return settings.value("require-dbt-version").stream()
                .flatMap(version -> Stream.concat(Stream.of(version), version.elements().stream()))
                .flatMap(version -> version.string().stream())
                .anyMatch(version -> BEFORE_1_10.matcher(version).find());
    }

    private static boolean requiresOld(RepositoryView view) {
        return Stream.of("requirements.txt", "pyproject.toml")
                .flatMap(file -> view.text(file).stream())
                .flatMap(text -> REQUIREMENT.matcher(text).results())
                .anyMatch(
                        requirement -> BEFORE_1_10.matcher(requirement.group(1)).find());
    }

    /** The path of a key of a source. */
    String[] path(String key) {
        return this == CONFIG ? new String[] {"config", key} : new String[] {key};
    }
}
