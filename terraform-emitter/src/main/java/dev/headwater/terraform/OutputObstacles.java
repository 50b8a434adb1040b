package dev.headwater.terraform;

import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.read.ModuleInterface;
import java.util.List;
import java.util.Optional;

/** Why Terraform would refuse a reference to an output: a module, all of which can be read, does not have it. */
final class OutputObstacles {

    private final Configuration root;

    OutputObstacles(Configuration root) {
        this.root = root;
    }

    List<Obstacle> of(String source, String output) {
        return module(source)
                .filter(folder -> !ModuleInterface.of(folder.texts()).outputs().contains(output))
                .map(folder -> new Obstacle(
                        ContractObstacles.CODE,
                        folder.file("outputs.tf"),
                        0,
                        "The module in " + folder.path() + " has no output \"" + output + "\", to which "
                                + "the block refers.",
                        "Add it to the module, or paste the block with another reference.",
                        true))
                .stream()
                .toList();
    }

    List<Obstacle> of(Placed call, String output) {
        return call.literal("source").map(source -> of(source, output)).orElse(List.of());
    }

    /** A reference to one of several needs its key. */
    List<Obstacle> ofSeveral(Placed call) {
        return List.of(new Obstacle(
                ContractObstacles.CODE,
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
