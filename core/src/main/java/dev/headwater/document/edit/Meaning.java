package dev.headwater.document.edit;

import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Scalar;
import dev.headwater.document.YamlNode.Sequence;
import dev.headwater.document.YamlNode.Style;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares what YAML means, not how it is written: order of keys, quotes, flow or block, aliases do not count. */
final class Meaning {

    private static final Pattern BOOLEAN =
            Pattern.compile("true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF");
    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    private Meaning() {}

    /** Whether two nodes mean the same to every reader. */
    static boolean same(YamlNode left, YamlNode right) {
        YamlNode one = left.resolved();
        YamlNode other = right.resolved();
        if (one instanceof Scalar scalar) {
            return other instanceof Scalar otherScalar && same(scalar, otherScalar);
        }
        if (!one.tag().equals(other.tag())) {
            return false;
        }
        if (one instanceof Sequence sequence) {
            return other instanceof Sequence otherSequence && same(sequence.items(), otherSequence.items());
        }
        return one instanceof Mapping mapping
                && other instanceof Mapping otherMapping
                && same(mapping.merged(), otherMapping.merged());
    }

    private static boolean same(List<YamlNode> left, List<YamlNode> right) {
        Iterator<YamlNode> others = right.iterator();
        return left.size() == right.size() && left.stream().allMatch(item -> same(item, others.next()));
    }

    private static boolean same(Map<String, YamlNode> left, Map<String, YamlNode> right) {
        return left.keySet().equals(right.keySet())
                && left.entrySet().stream()
                        .allMatch(entry -> Optional.ofNullable(right.get(entry.getKey()))
                                .filter(value -> same(entry.getValue(), value))
                                .isPresent());
    }

    private static boolean same(Scalar left, Scalar right) {
        if (left.isNull() || right.isNull()) {
            return left.isNull() && right.isNull();
        }
        if (isBoolean(left) && isBoolean(right)) {
            return TRUE.contains(left.text().toLowerCase(Locale.ROOT))
                    == TRUE.contains(right.text().toLowerCase(Locale.ROOT));
        }
        return left.text().equals(right.text())
                && left.tag().equals(right.tag())
                && left.isString() == right.isString();
    }

    /** To the readers of YAML 1.1, which dbt and Prefect are. */
    private static boolean isBoolean(Scalar scalar) {
        return scalar.tag().isEmpty()
                && scalar.style() == Style.PLAIN
                && BOOLEAN.matcher(scalar.text()).matches();
    }
}
