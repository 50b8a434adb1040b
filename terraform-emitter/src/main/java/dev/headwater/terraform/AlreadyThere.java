package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.problem.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says when somebody else's block makes what the plan wants, or may make it. */
final class AlreadyThere {

    private static final String CODE = "terraform.already-there";

    private final DeclaredObjects others;
    private final Scope scope;
    private final Emission.Builder out;

    AlreadyThere(DeclaredObjects others, Scope scope, Emission.Builder out) {
        this.others = others;
        this.scope = scope;
        this.out = out;
    }

    /**
     * Whether a thing is made by another block, which is then said, so that nothing is to be added.
     *
     * @param kind what it is, such as {@code schema}
     * @param name its name
     * @param label the plan's own block, as Terraform addresses it
     */
    boolean says(String kind, String name, String label) {
        Optional<LocatedBlock> block = others.block(name);
        if (block.isPresent()) {
            out.finding(Finding.act(
                    CODE,
                    scope,
                    "The " + kind + " " + name + " is made by " + block.get().shown()
                            + " already, so nothing is added: check that it is what this plan wants, and leave it, or"
                            + " give it the plan's values and rename it to " + label + " with a moved block; if it"
                            + " makes something else, " + said(block.get()) + "."));
            return true;
        }
        others.namesake(name)
                .ifPresent(namesake -> out.finding(Finding.act(
                        CODE,
                        scope,
                        "A " + kind + " " + name + " is made by " + namesake.shown()
                                + ", and nothing shows in which database: if it is the same, leave " + label
                                + " out; if not, say so.",
                        setting(namesake))));
        others.unnamed()
                .forEach(unnamed -> out.finding(Finding.act(
                        CODE,
                        scope,
                        "Whether " + unnamed.shown() + " makes the " + kind + " " + name
                                + ", only Terraform can work out from its name: if it does, leave " + label
                                + " out; if not, say so.",
                        setting(unnamed))));
        return false;
    }

    /** A second block for what is there would fail in the warehouse, so blocks that may make it stand in the way. */
    List<Obstacle> obstacles(String kind, String name) {
        Stream<Obstacle> repeated = others.repeated(name).stream()
                .map(unknown -> new Obstacle(
                        unknown.file(),
                        new Diagnostic(
                                CODE,
                                unknown.block().line(),
                                "Whether " + unknown.called() + " makes the " + kind + " " + name
                                        + ", only Terraform can work out from its for_each.",
                                "If it does not, " + said(unknown) + "; if it does, write its for_each out."),
                        false));
        return Stream.concat(repeated, possible(kind, name)).toList();
    }

    private Stream<Obstacle> possible(String kind, String name) {
        return others.possible(name).stream()
                .map(call -> new Obstacle(
                        call.file(),
                        new Diagnostic(
                                CODE,
                                call.block().line(),
                                "Whether " + call.called() + " makes the " + kind + " " + name
                                        + ", nothing shows, because not all files of its module can be read here.",
                                "If it does not, " + said(call) + "; if it does, nothing has to be added."),
                        false));
    }

    /** The same, for what a new loader brings: it is not new when somebody else makes it. */
    List<Obstacle> obstaclesOfNew(String kind, String name, String label) {
        List<Obstacle> obstacles = new ArrayList<>(obstacles(kind, name));
        others.block(name)
                .ifPresent(block -> obstacles.add(new Obstacle(
                        block.file(),
                        new Diagnostic(
                                CODE,
                                block.block().line(),
                                "The " + kind + " " + name + " is made by " + block.called() + " already.",
                                "Leave asNew() out, and rename it to " + label
                                        + " with a moved block; if it makes something" + " else, " + said(block) + "."),
                        false)));
        return obstacles;
    }

    /** The block that makes a thing: somebody else's, or else the plan's own. */
    static Address address(DeclaredObjects others, String name, Configuration configuration, Address.HclBlock own) {
        return others.block(name)
                .<Address>map(placed -> new Address.HclBlock(
                        configuration.folder(),
                        placed.block().type(),
                        placed.block().labels()))
                .orElse(own);
    }

    private static String said(LocatedBlock block) {
        return "say so with Platform.runbook().with(platform -> " + setting(block) + ")";
    }

    /** What tells the platform that a block makes nothing of the plan's. */
    static String setting(LocatedBlock block) {
        boolean isModule = block.block().type().equals("module");
        return "platform.makesNoneOfOurs(\"" + (isModule ? block.label() : block.address()) + "\")";
    }
}
