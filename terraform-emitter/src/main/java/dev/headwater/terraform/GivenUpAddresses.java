package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.RepositoryView;
import dev.headwater.problem.Diagnostic;
import java.util.List;

/**
 * Addresses of which {@code removed} and {@code moved} blocks say that nothing is there any more. Terraform (1.11)
 * refuses a configuration that has a block at one of them.
 */
final class GivenUpAddresses {

    private final RepositoryView view;

    GivenUpAddresses(RepositoryView view) {
        this.view = view;
    }

    /** The same emission, with what stands in the way of each block. */
    Emission obstructing(Emission blocks) {
        return blocks.with(fragment -> fragment.address() instanceof Address.HclBlock block
                ? fragment.obstructedBy(obstacles(block))
                : fragment);
    }

    private List<Obstacle> obstacles(Address.HclBlock wanted) {
        String labels = String.join(".", wanted.labels());
        String address = wanted.type().equals("resource") ? labels : wanted.type() + "." + labels;
        return view.terraform(wanted.directory()).blocks().stream()
                .filter(located ->
                        List.of("removed", "moved").contains(located.block().type()))
                .filter(located -> located.value("from").stream()
                        .anyMatch(from -> from.text().equals(address)))
                .map(located -> new Obstacle(
                        located.file(),
                        new Diagnostic(
                                "terraform.given-up",
                                located.block().line(),
                                "A " + located.block().type() + " block says that " + address
                                        + " is no more, and Terraform refuses a block that is there nevertheless.",
                                "Take the " + located.block().type()
                                        + " block out, once it has been applied everywhere, and run again."),
                        true))
                .toList();
    }
}
