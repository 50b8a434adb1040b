package dev.headwater.dbt;

import dev.headwater.emit.Repository;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Platform;
import dev.headwater.read.YamlNode;
import java.nio.charset.StandardCharsets;
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
    private static final String BEFORE_1_10 = "(?:<\\s*1\\.(?:10(?:\\.0)?|\\d(?:\\.\\d+)?)"
            + "|(?<![<>!~=^])(?:<=|={1,3})\\s*1\\.\\d(?:\\.(?:\\d+|\\*))?|~=\\s*1\\.\\d\\.\\d+|(?<![<>!=])~\\s*1\\.\\d(?:\\.\\d+)?)(?![.\\d])";

    private static final Pattern VERSION = Pattern.compile(BEFORE_1_10 + "|^1\\.\\d(?:\\.\\d+)?$");

    /** A line of requirements, or an entry of a project file, with dbt or an adapter of it. */
    private static final Pattern REQUIREMENT =
            Pattern.compile("(?im)^(?:[^#\\n]*[\\s\"'\\[,])?dbt[-_](?:core|snowflake)\\b(?:"
                    + "[^#\\n,\"']*(?:,[^#\\n,\"'<=~]*)*?" + BEFORE_1_10 + "|[^#\\n,\"']*,\\s*" + BEFORE_1_10
                    + "|[^#\\n\"']*\"(?:" + BEFORE_1_10 + "|1\\.\\d(?:\\.\\d+)?)\")");

    static Dialect of(Platform platform, Repository repository, Optional<YamlNode> settings) {
        boolean asked = platform.asWritten(Deviation.FRESHNESS_CONFIG);
        return asked || settings.filter(Dialect::isOld).isPresent() || requiresOld(repository) ? TOP_LEVEL : CONFIG;
    }

    private static boolean isOld(YamlNode settings) {
        return settings.value("require-dbt-version").stream()
                .flatMap(version -> Stream.concat(Stream.of(version), version.elements().stream()))
                .flatMap(version -> version.string().stream())
                .anyMatch(version -> VERSION.matcher(version).find());
    }

    private static boolean requiresOld(Repository repository) {
        return Stream.of("requirements.txt", "pyproject.toml")
                .flatMap(file -> repository.read(file).stream())
                .anyMatch(bytes -> REQUIREMENT
                        .matcher(new String(bytes, StandardCharsets.UTF_8))
                        .find());
    }

    /** The path of a key of a source. */
    String[] path(String key) {
        return this == CONFIG ? new String[] {"config", key} : new String[] {key};
    }
}
