package dev.headwater.acceptance;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.ListValue;
import dev.headwater.document.HclExpression.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One block of Terraform against the lines of the table that are about it. */
final class ArgumentCheck {

    /** Terraform's own, which every block takes. */
    private static final Set<String> META =
            Set.of("provider", "depends_on", "count", "for_each", "lifecycle", "alias", "version");

    private final String file;
    private final String block;
    private final List<Argument> lines;
    private final List<String> findings = new ArrayList<>();

    private ArgumentCheck(String file, String block, List<Argument> lines) {
        this.file = file;
        this.block = block;
        this.lines = lines;
    }

    /** What the provider would refuse, or would overlook though it is wrong. */
    static List<String> findings(ArgumentTable table, String file, HclBlock block) {
        String about = block.type() + " " + block.labels().get(0);
        ArgumentCheck check = new ArgumentCheck(file, about, table.about(about));
        if (check.lines.isEmpty()) {
            check.find(block.line(), "arguments.tsv has no line about it");
        } else {
            check.body("", block);
        }
        return check.findings;
    }

    private void find(int line, String finding) {
        findings.add(file + ":" + line + ": " + block + ": " + finding);
    }

    private void body(String path, HclBlock body) {
        List<String> names = new ArrayList<>();
        for (HclAttribute attribute : body.attributes()) {
            if (!path.isEmpty() || !META.contains(attribute.name())) {
                names.add(attribute.name());
                value(path + attribute.name(), attribute.value(), attribute.line());
            }
        }
        for (HclBlock inner : body.blocks()) {
            if (!path.isEmpty() || !META.contains(inner.type())) {
                names.add(inner.type());
                block(path + inner.type(), inner);
            }
        }
        together(path, names, body.line());
    }

    private void block(String path, HclBlock inner) {
        Optional<Argument> argument = argument(path, inner.line());
        if (argument.isPresent() && !argument.get().isBlock()) {
            find(inner.line(), "no block, but " + argument.get());
        } else if (argument.isPresent()) {
            body(path + ".", inner);
        }
    }

    private Optional<Argument> argument(String path, int line) {
        Optional<Argument> argument =
                lines.stream().filter(known -> known.path().equals(path)).findFirst();
        if (argument.isEmpty()) {
            find(line, "no argument " + path + " (arguments.tsv:" + lines.get(0).line() + " and after it)");
        }
        argument.filter(known -> known.need().equals("computed"))
                .ifPresent(known -> find(line, "read-only is " + known));
        return argument;
    }

    private void value(String path, HclExpression value, int line) {
        Optional<Argument> argument = argument(path, line);
        if (argument.isPresent() && !argument.get().takes(value)) {
            find(line, value.text() + " is not taken by " + argument.get());
        } else if (argument.isPresent() && argument.get().value().endsWith("object)")) {
            objects(path + ".", value, line);
        } else if (argument.isPresent() && argument.get().value().equals("object")) {
            entries(path + ".", value, line);
        }
    }

    private void objects(String path, HclExpression value, int line) {
        if (value instanceof ListValue list) {
            list.elements().forEach(element -> entries(path, element, line));
        }
    }

    private void entries(String path, HclExpression value, int line) {
        if (value instanceof ObjectValue object) {
            Map<String, HclExpression> entries = object.byName().orElse(Map.of());
            if (entries.size() < object.entries().size()) {
                find(line, path + " has keys that only Terraform can work out");
            }
            entries.forEach((name, entry) -> value(path + name, entry, line));
            together(path, List.copyOf(entries.keySet()), line);
        }
    }

    /** What must be there, and what excludes each other. */
    private void together(String path, List<String> names, int line) {
        for (Argument argument :
                lines.stream().filter(known -> known.isIn(path)).toList()) {
            long times = names.stream().filter(argument.name()::equals).count();
            if (argument.isRequired() && times == 0) {
                find(line, "without " + argument);
            }
            if (argument.value().equals("block") && times > 1) {
                find(line, times + " of " + argument);
            }
            if (argument.need().contains("one of ")) {
                group(path, names, argument, line);
            }
        }
    }

    private void group(String path, List<String> names, Argument member, int line) {
        List<Argument> group = lines.stream()
                .filter(known -> known.isIn(path) && known.need().equals(member.need()))
                .toList();
        long times =
                group.stream().filter(known -> names.contains(known.name())).count();
        boolean isFit = times == 1 || times == 0 && member.need().startsWith("at most");
        if (!isFit && group.get(0).equals(member)) {
            find(line, times + " where there is to be " + group);
        }
    }
}
