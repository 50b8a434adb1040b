package dev.headwater.plan;

import dev.headwater.problem.Problems;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names that are given already, each in its own target system. */
final class TakenNames {

    private final Problems problems;
    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, String> locations = new LinkedHashMap<>();

    TakenNames(Problems problems) {
        this.problems = problems;
    }

    /** Says who has a name from the beginning. */
    void reserve(String what, String name, String holder) {
        holders.put(what + " " + name, holder);
    }

    /** Gives a name to a place of the plan; a problem, and false, when another place has it. */
    boolean take(String what, String name, String path, String hint) {
        Optional<String> holder = give(what, name, path);
        holder.ifPresent(first -> collision(what, name, first, path, hint));
        return holder.isEmpty();
    }

    /** Gives a name to a place of the plan; who has it already. */
    Optional<String> give(String what, String name, String path) {
        return Optional.ofNullable(holders.putIfAbsent(what + " " + name, path)).filter(first -> !first.equals(path));
    }

    void collision(String what, String name, String holder, String path, String hint) {
        problems.add(
                "name.collision", path, "The " + what + " \"" + name + "\" is that of " + holder + " already.", hint);
    }

    /** Gives a place outside of Snowflake, and all that lies inside of it, to a table. */
    void settle(String location, String path) {
        locations.forEach((other, holder) -> {
            if (location.startsWith(other) || other.startsWith(location)) {
                problems.add(
                        "location.shared",
                        path,
                        "\"" + location + "\" and \"" + other + "\" of " + holder + " lie in one another.",
                        "Give each table a place of its own, such as a folder for each.");
            }
        });
        locations.putIfAbsent(location, path);
    }
}
