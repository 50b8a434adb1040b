package dev.headwater.terraform;

import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The provider configurations that a root module declares. */
final class RootProviders {

    private final Configuration root;
    private final List<String> declared;

    RootProviders(Configuration root) {
        this.root = root;
        this.declared = root.blocks("provider").stream()
                .map(provider -> provider.label()
                        + provider.literal("alias").map(alias -> "." + alias).orElse(""))
                .toList();
    }

    /** For each configuration, the one of that name; where there is none, the one that is likely meant. */
    Map<String, String> handedIn(List<String> wanted) {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        Map<String, String> handedIn = new LinkedHashMap<>();
        for (String name : wanted) {
            handedIn.put(name, name);
            if (root.isKnown() && !have(name)) {
                List<String> others = new ArrayList<>(besides(name));
                others.removeAll(wanted);
                candidates.put(name, others);
            }
        }
        handedIn.putAll(new LikelyNames("snowflake").of(candidates));
        return handedIn;
    }

    /** The one of a name; where there is none, the one that is likely meant. */
    String likely(String wanted) {
        return handedIn(List.of(wanted)).getOrDefault(wanted, wanted);
    }

    /** What to know of the configuration that a resource names itself, when it is only likely, or not there. */
    Optional<Finding> finding(String resource, String reference, String wanted, Scope scope) {
        boolean isThere = have(reference) || besides(reference).isEmpty();
        String doubt = reference.equals(wanted)
                ? "and " + root.shownFolder() + " declares " + shown(reference)
                        + ": correct its provider, or declare it."
                : "which is likely what is " + wanted + " elsewhere: check that it is.";
        return isThere && reference.equals(wanted)
                ? Optional.empty()
                : Optional.of(Finding.act(
                        ProviderCheck.CODE,
                        scope,
                        "The resource " + resource + " uses the provider configuration " + reference + ", " + doubt));
    }

    boolean have(String reference) {
        return declared.contains(reference);
    }

    /** What is declared of the provider that a reference is of. */
    List<String> besides(String reference) {
        return declared.stream()
                .filter(other -> provider(other).equals(provider(reference)))
                .toList();
    }

    /** The same in a sentence. */
    String shown(String reference) {
        List<String> others = besides(reference);
        return others.isEmpty() ? "no provider of that kind" : String.join(", ", others);
    }

    static String provider(String reference) {
        return reference.contains(".") ? reference.substring(0, reference.indexOf('.')) : reference;
    }
}
