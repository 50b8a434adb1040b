package dev.headwater.dbt;

import dev.headwater.emit.RepositoryView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which case a repository asks of SQL keywords, as sqlfluff reads it: the file nearest to the models decides. */
final class SqlfluffPolicy {

    /** Against the order in which sqlfluff reads the files of a folder, in which later ones win. */
    private static final List<String> FILES =
            List.of("pyproject.toml", ".sqlfluff", "pep8.ini", "tox.ini", "setup.cfg");

    private static final String SECTION = "[sqlfluff:rules:capitalisation.keywords]";
    private static final String TOML_SECTION = "[tool.sqlfluff.rules.capitalisation.keywords]";
    private static final Pattern POLICY = Pattern.compile("capitalisation_policy\\s*=[\\s\"']*([^\\s\"'#]*).*");

    private final RepositoryView view;

    SqlfluffPolicy(RepositoryView view) {
        this.view = view;
    }

    KeywordCase in(String folder) {
        Optional<String> policy = FILES.stream()
                .map(file -> folder.isEmpty() ? file : folder + "/" + file)
                .flatMap(path -> view.text(path).flatMap(text -> policy(text, path.endsWith(".toml"))).stream())
                .findFirst();
        if (policy.isPresent() || folder.isEmpty()) {
            return policy.filter("upper"::equals).isPresent() ? KeywordCase.UPPER : KeywordCase.LOWER;
        }
        return in(folder.substring(0, Math.max(0, folder.lastIndexOf('/'))));
    }

    private static Optional<String> policy(String text, boolean toml) {
        Optional<String> policy = Optional.empty();
        boolean inSection = false;
        for (String line : toml ? text.lines().map(String::strip).toList() : unfolded(text)) {
            Matcher setting = POLICY.matcher(line);
            if (line.startsWith("[")) {
                inSection = toml ? line.replaceAll("[\"' ]", "").startsWith(TOML_SECTION) : line.startsWith(SECTION);
            } else if (inSection && setting.matches()) {
                policy = Optional.of(setting.group(1));
            }
        }
        return policy;
    }

    /** An INI file without the lines that go on with an option's value, which are those indented deeper than it. */
    private static List<String> unfolded(String text) {
        List<String> lines = new ArrayList<>();
        int option = Integer.MAX_VALUE;
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            int indentation = line.length() - line.stripLeading().length();
            if (indentation <= option) {
                lines.add(line.strip());
                option = line.strip().startsWith("[") ? Integer.MAX_VALUE : indentation;
            }
        }
        return lines;
    }
}
