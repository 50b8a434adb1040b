package dev.headwater.terraform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The provider configurations that a root module declares. */
final class RootProviders {

    private final boolean isKnown;
    private final List<String> declared;

    RootProviders(Configuration root) {
        this.isKnown = root.isKnown();
        this.declared = root.blocks("provider").stream()
                .map(provider -> provider.label()
                        + provider.literal("alias").map(alias -> "." + alias).orElse(""))
                .toList();
    }

    /** For each configuration, the one of that name; where there is none, the one that is likely meant. */
    Map<String, String> handedIn(List<String> wanted) {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        wanted.stream()
                .filter(name -> isKnown && !have(name))
                .forEach(name -> candidates.put(
                        name,
                        besides(name).stream()
                                .filter(other -> !wanted.contains(other))
                                .toList()));
        Map<String, String> likely = new LikelyNames("snowflake").of(candidates);
        Map<String, String> handedIn = new LinkedHashMap<>();
        wanted.forEach(name -> handedIn.put(name, likely.getOrDefault(name, name)));
        return handedIn;
    }

    boolean have(String reference) {
        return declared.contains(reference);
    }

    /** What is declared of the provider that a reference is of. */
    List<String> besides(String reference) {
        String name = reference.contains(".") ? reference.substring(0, reference.indexOf('.')) : reference;
        return declared.stream()
                .filter(other -> other.equals(name) || other.startsWith(name + "."))
                .toList();
    }

    /** The same in a sentence. */
    String shown(String reference) {
        List<String> others = besides(reference);
        return others.isEmpty() ? "no provider of that kind" : String.join(", ", others);
    }
}
