package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.problem.Diagnostic;
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

    String name(LocatedBlock call, String output) {
        return call.literal("source").map(source -> name(source, output)).orElse(output);
    }

    private Optional<String> likely(TerraformDirectory folder, String output) {
        List<String> declared = root.declared(folder).outputs();
        String noun = output.substring(0, output.indexOf('_'));
        return declared.contains(output)
                ? Optional.empty()
                : Optional.ofNullable(
                        new LikelyNames(noun).of(Map.of(output, declared)).get(output));
    }

    /** What stands in the way of a reference to an output, all of whose module can be read. */
    List<Obstacle> obstacles(String source, String output) {
        return module(source)
                .filter(folder -> !root.declared(folder).outputs().contains(output))
                .map(folder -> missing(folder, output))
                .stream()
                .toList();
    }

    List<Obstacle> obstacles(LocatedBlock call, String output) {
        return call.literal("source").map(source -> obstacles(source, output)).orElse(List.of());
    }

    private Obstacle missing(TerraformDirectory folder, String output) {
        String said =
                "The module in " + folder.path() + " has no output \"" + output + "\", to which the block refers.";
        return likely(folder, output)
                .map(name -> new Obstacle(
                        folder.file("outputs.tf"),
                        new Diagnostic(
                                FittedCall.CODE,
                                0,
                                said + " The block to paste has \"" + name + "\" for it, which is likely.",
                                "Check that this is what it means, and paste the block."),
                        false))
                .orElseGet(() -> new Obstacle(
                        folder.file("outputs.tf"),
                        new Diagnostic(
                                FittedCall.CODE,
                                0,
                                said,
                                "Add it to the module, or paste the block with another reference."),
                        true));
    }

    /** A reference to one of several needs its key. */
    List<Obstacle> ofSeveral(LocatedBlock call) {
        return List.of(new Obstacle(
                call.file(),
                new Diagnostic(
                        FittedCall.CODE,
                        call.block().line(),
                        call.called() + " stands for several, of which the block refers to one without its key.",
                        "Paste the block with the key, such as [0] or [\"DLT\"], behind the module's name."),
                true));
    }

    private Optional<TerraformDirectory> module(String source) {
        return Optional.of(source)
                .filter(text -> text.startsWith("./") || text.startsWith("../"))
                .flatMap(root::directory)
                .filter(TerraformDirectory::hasConfiguration)
                .filter(folder -> folder.isKnown());
    }
}
