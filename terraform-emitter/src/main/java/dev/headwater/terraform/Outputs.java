package dev.headwater.terraform;

import dev.headwater.emit.Fragment.Obstacle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the outputs of modules are called, and why Terraform would refuse a reference to one that is not there. */
final class Outputs {

    private final Configuration root;

    Outputs(Configuration root) {
        this.root = root;
    }

    /** An output's name; where the module does not have it, that of the one which likely is it. */
    String name(String source, String output) {
        return module(source).flatMap(folder -> likely(folder, output)).orElse(output);
    }

    String name(Placed call, String output) {
        return call.literal("source").map(source -> name(source, output)).orElse(output);
    }

    private static Optional<String> likely(Directory folder, String output) {
        List<String> declared = folder.declared().outputs();
        String noun = output.substring(0, output.indexOf('_'));
        return declared.contains(output)
                ? Optional.empty()
                : Optional.ofNullable(
                        new LikelyNames(noun).of(Map.of(output, declared)).get(output));
    }

    /** What stands in the way of a reference to an output, all of whose module can be read. */
    List<Obstacle> obstacles(String source, String output) {
        return module(source)
                .filter(folder -> !folder.declared().outputs().contains(output))
                .map(folder -> missing(folder, output))
                .stream()
                .toList();
    }

    List<Obstacle> obstacles(Placed call, String output) {
        return call.literal("source").map(source -> obstacles(source, output)).orElse(List.of());
    }

    private static Obstacle missing(Directory folder, String output) {
        String said =
                "The module in " + folder.path() + " has no output \"" + output + "\", to which the block refers.";
        return likely(folder, output)
                .map(name -> new Obstacle(
                        FittedCall.CODE,
                        folder.file("outputs.tf"),
                        0,
                        said + " The block to paste has \"" + name + "\" for it, which is likely.",
                        "Check that this is what it means, and paste the block.",
                        false))
                .orElseGet(() -> new Obstacle(
                        FittedCall.CODE,
                        folder.file("outputs.tf"),
                        0,
                        said,
                        "Add it to the module, or paste the block with another reference.",
                        true));
    }

    /** A reference to one of several needs its key. */
    List<Obstacle> ofSeveral(Placed call) {
        return List.of(new Obstacle(
                FittedCall.CODE,
                call.file(),
                call.block().line(),
                call.called() + " stands for several, of which the block refers to one without its key.",
                "Paste the block with the key, such as [0] or [\"DLT\"], behind the module's name.",
                true));
    }

    private Optional<Directory> module(String source) {
        return Optional.of(source)
                .filter(text -> text.startsWith("./") || text.startsWith("../"))
                .flatMap(root::directory)
                .filter(Directory::hasConfiguration)
                .filter(folder -> folder.fault().isEmpty() && folder.unread().isEmpty());
    }
}
