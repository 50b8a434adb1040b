package dev.headwater.terraform;

import java.util.List;

/** The provider configurations that a root module declares. */
final class RootProviders {

    private final List<String> declared;

    RootProviders(Configuration root) {
        this.declared = root.blocks("provider").stream()
                .map(provider -> provider.label()
                        + provider.literal("alias").map(alias -> "." + alias).orElse(""))
                .toList();
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
