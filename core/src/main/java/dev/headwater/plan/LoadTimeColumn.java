package dev.headwater.plan;

import dev.headwater.naming.DltName;
import dev.headwater.naming.NamingRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns into which an emitted dlt source can stamp the load time: what dlt keeps as it is and does not write itself.
 */
final class LoadTimeColumn implements NamingRule {

    private static final Set<String> OF_DLT =
            Set.of("_dlt_id", "_dlt_load_id", "_dlt_parent_id", "_dlt_list_idx", "_dlt_root_id");

    @Override
    public String target() {
        return "column of the load time";
    }

    @Override
    public List<Fault> check(String name) {
        if (OF_DLT.contains(name)) {
            return List.of(new Fault("name.dlt.internal", "is a column that dlt writes itself"));
        }
        return DltName.column(name).equals(name)
                ? List.of()
                : List.of(new Fault("name.dlt.changed", "is changed by dlt to " + DltName.column(name)));
    }

    @Override
    public Optional<String> suggest(String text) {
        return Optional.of(DltName.column(text)).filter(name -> check(name).isEmpty());
    }
}
