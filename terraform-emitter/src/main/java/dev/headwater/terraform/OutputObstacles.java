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
                        "terraform.module-contract",
                        folder.file("outputs.tf"),
                        0,
                        "The module in " + folder.path() + " has no output \"" + output + "\", to which "
                                + "the block refers.",
                        "Add it to the module, or paste the block with another reference."))
                .stream()
                .toList();
    }

    List<Obstacle> of(Placed call, String output) {
        return call.literal("source").map(source -> of(source, output)).orElse(List.of());
    }

    private Optional<Directory> module(String source) {
        return Optional.of(source)
                .filter(text -> text.startsWith("./") || text.startsWith("../"))
                .flatMap(root::directory)
                .filter(Directory::hasConfiguration)
                .filter(folder -> folder.fault().isEmpty() && folder.unread().isEmpty());
    }
}
