package dev.headwater.naming;

import dev.headwater.naming.NamingRule.Fault;
import java.util.ArrayList;
import java.util.List;

/** What a rule finds wrong with a name. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /** Adds a fault if it is there. */
    void add(String code, boolean isThere, String message) {
        if (isThere) {
            found.add(new Fault(code, message));
        }
    }

    List<Fault> found() {
        return List.copyOf(found);
    }
}
