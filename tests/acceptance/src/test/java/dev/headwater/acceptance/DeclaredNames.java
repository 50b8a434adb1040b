package dev.headwater.acceptance;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Raw;
import dev.headwater.document.HclExpression.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one folder of Terraform declares, and what its references name though it is not declared. */
final class DeclaredNames {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"$]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.\"-])[a-z]\\w*(?:\\.[a-zA-Z]\\w*)+");

    private final ArgumentTable table;
    private final Set<String> names = new HashSet<>();

    DeclaredNames(ArgumentTable table, List<HclBlock> folder) {
        this.table = table;
        folder.forEach(block -> names.addAll(declared(block)));
    }

    private static List<String> declared(HclBlock block) {
        String labels = String.join(".", block.labels());
        return switch (block.type()) {
            case "variable" -> List.of("var." + labels);
            case "resource" -> List.of(labels);
            case "module", "data" -> List.of(block.type() + "." + labels);
            case "locals" ->
                block.attributes().stream()
                        .map(local -> "local." + local.name())
                        .toList();
            case "provider" ->
                List.of("provider " + labels
                        + block.attribute("alias")
                                .map(alias -> "." + alias.literal().orElseThrow())
                                .orElse(""));
            default -> List.of();
        };
    }

    /** The references of a block that lead nowhere. */
    List<String> dangling(String file, HclBlock block) {
        List<String> findings = new ArrayList<>();
        for (HclAttribute attribute : attributes(block).toList()) {
            String place = file + ":" + attribute.line() + ": " + attribute.name() + ": ";
            for (List<String> steps : references(attribute.value()).toList()) {
                String address = address(attribute.name(), steps);
                if (!address.isEmpty() && !names.contains(address)) {
                    findings.add(place + address + " is not declared");
                } else if (!address.isEmpty() && !hasAttribute(steps)) {
                    findings.add(place + "arguments.tsv has no attribute " + String.join(".", steps));
                }
            }
        }
        if (block.type().equals("resource") && block.attribute("provider").isEmpty() && hasOnlyAliases(block)) {
            findings.add(file + ":" + block.line() + ": every provider configuration has an alias, and none is named");
        }
        return findings;
    }

    private static Stream<HclAttribute> attributes(HclBlock block) {
        return Stream.concat(
                block.attributes().stream(), block.blocks().stream().flatMap(DeclaredNames::attributes));
    }

    private static Stream<List<String>> references(HclExpression value) {
        if (value instanceof Reference reference) {
            return Stream.of(reference.steps().stream()
                    .filter(step ->
                            !step.isString() && !Character.isDigit(step.value().charAt(0)))
                    .map(HclExpression.Literal::value)
                    .toList());
        }
        if (value instanceof Raw raw) {
            return NAME.matcher(QUOTED.matcher(raw.text()).replaceAll("").replace(" . ", "."))
                    .results()
                    .map(MatchResult::group)
                    .map(name -> List.of(name.split("\\.")));
        }
        return value.parts().stream().flatMap(DeclaredNames::references);
    }

    /** What has to be declared for a reference; empty where it is a name of Terraform's own. */
    private static String address(String attribute, List<String> steps) {
        if (attribute.equals("provider")) {
            return "provider " + String.join(".", steps);
        }
        boolean isData = steps.get(0).equals("data");
        boolean isDeclared = isData
                || Set.of("var", "module", "local").contains(steps.get(0))
                || steps.get(0).contains("_");
        return isDeclared && steps.size() > 1
                ? steps.stream().limit(isData ? 3 : 2).collect(Collectors.joining("."))
                : "";
    }

    private boolean hasAttribute(List<String> steps) {
        boolean isData = steps.get(0).equals("data");
        int type = isData ? 1 : 0;
        List<Argument> lines = table.about((isData ? "data " : "resource ") + steps.get(type));
        return lines.isEmpty()
                || steps.size() < type + 3
                || lines.stream().anyMatch(line -> line.path().equals(steps.get(type + 2)));
    }

    private boolean hasOnlyAliases(HclBlock block) {
        String provider = "provider " + block.labels().get(0).replaceAll("_.*", "");
        return !names.contains(provider) && names.stream().anyMatch(name -> name.startsWith(provider + "."));
    }
}
