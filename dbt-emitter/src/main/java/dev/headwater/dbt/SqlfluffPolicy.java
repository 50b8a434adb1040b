package dev.headwater.dbt;

import dev.headwater.emit.RepositoryView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which case a repository asks of SQL keywords, as sqlfluff reads it: the file nearest to the models decides. */
final class SqlfluffPolicy {

    /** In the order in which sqlfluff reads the files of a folder; later ones win. */
    private static final List<String> FILES =
            List.of("setup.cfg", "tox.ini", "pep8.ini", ".sqlfluff", "pyproject.toml");

    private static final String SECTION = "[sqlfluff:rules:capitalisation.keywords]";
    private static final String TOML_SECTION = "[tool.sqlfluff.rules.capitalisation.keywords]";
    private static final String KEY = "capitalisation_policy";

    private final RepositoryView view;

    SqlfluffPolicy(RepositoryView view) {
        this.view = view;
    }

    KeywordCase in(String folder) {
        Optional<String> policy = Optional.empty();
        for (String around : withParents(folder)) {
            for (String file : FILES) {
                String path = around.isEmpty() ? file : around + "/" + file;
                Optional<String> nearer = view.text(path).flatMap(text -> policy(text, file.endsWith(".toml")));
                policy = nearer.isPresent() ? nearer : policy;
            }
        }
        return policy.filter("upper"::equals).isPresent() ? KeywordCase.UPPER : KeywordCase.LOWER;
    }

    private static List<String> withParents(String folder) {
        List<String> all = new ArrayList<>(List.of(""));
        for (int end = folder.indexOf('/'); end >= 0; end = folder.indexOf('/', end + 1)) {
            all.add(folder.substring(0, end));
        }
        all.add(folder);
        return all;
    }

    private static Optional<String> policy(String text, boolean toml) {
        Optional<String> policy = Optional.empty();
        boolean inSection = false;
        for (String line : toml ? text.lines().map(String::strip).toList() : unfolded(text)) {
            if (line.startsWith("[")) {
                inSection = toml ? line.replaceAll("[\"' ]", "").startsWith(TOML_SECTION) : line.startsWith(SECTION);
            } else if (inSection && line.startsWith(KEY)) {
                String value = line.substring(KEY.length()).strip();
                policy = value.startsWith("=") ? Optional.of(value(value.substring(1), toml)) : policy;
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

    private static String value(String text, boolean toml) {
        String bare = toml ? text.replaceAll("#.*", "").replaceAll("[\"']", "") : text;
        return bare.strip();
    }
}
