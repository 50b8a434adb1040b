package dev.headwater.method;

import dev.headwater.naming.NamingRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names of arguments of a dlt source: what a class of settings of dlt 1.31 has not already, beside Python's own. */
record DltArgument() implements NamingRule {

    private static final Set<String> USED = Set.of(
            "as_dict_nondefault",
            "call_method_in_mro",
            "clear",
            "cls",
            "copy",
            "from_init_value",
            "get",
            "get_resolvable_fields",
            "is_field_resolved",
            "is_partial",
            "is_resolved",
            "items",
            "keys",
            "parse_native_representation",
            "pop",
            "popitem",
            "resolve",
            "self",
            "setdefault",
            "to_native_representation",
            "update",
            "values");

    @Override
    public String target() {
        return "argument";
    }

    @Override
    public List<Fault> check(String name) {
        return USED.contains(name)
                ? List.of(new Fault("name.python.used", "is a name that dlt's settings use themselves"))
                : List.of();
    }

    @Override
    public Optional<String> suggest(String text) {
        return Optional.of(USED.contains(text) ? text + "_secret" : text);
    }
}
