package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.problem.Diagnostic;
import dev.headwater.terraform.DeclaredObjects.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What other people's blocks have to do with one object that the plan wants: they make it, or may make it.
 *
 * @param others what other people's blocks make
 * @param kind what it is, such as {@code schema}
 * @param name its name
 * @param own the plan's own block, as Terraform addresses it
 */
record AlreadyThere(DeclaredObjects others, String kind, String name, String own) {

    private static final String CODE = "terraform.already-there";

    /** Whether another block makes it, so that nothing is to be added. */
    boolean isMade() {
        return others.maker(name).isPresent();
    }

    /** What to know of other blocks: the one that makes it, or those that may make it unlike what they seem. */
    List<Finding> findings(Scope scope) {
        Optional<LocatedBlock> maker = others.maker(name);
        if (maker.isPresent()) {
            return List.of(Finding.act(
                    CODE,
                    scope,
                    "The " + kind + " " + name + " is made by " + maker.get().shown()
                            + " already, so nothing is added: check that it is what this plan wants, and leave it, or"
                            + " give it the plan's values and rename it to " + own + " with a moved block; if it"
                            + " makes something else, " + said(maker.get()) + "."));
        }
        Stream<Finding> namesakes = blocks(Role.NAMESAKE)
                .limit(1)
                .map(block -> doubt(
                        scope,
                        block,
                        "A " + kind + " " + name + " is made by " + block.shown()
                                + ", and nothing shows in which database: if it is the same"));
        Stream<Finding> unnamed = blocks(Role.OPEN_NAME)
                .map(block -> doubt(
                        scope,
                        block,
                        "Whether " + block.shown() + " makes the " + kind + " " + name
                                + ", only Terraform can work out from its name: if it does"));
        return Stream.concat(namesakes, unnamed).toList();
    }

    private Finding doubt(Scope scope, LocatedBlock block, String said) {
        return Finding.act(CODE, scope, said + ", leave " + own + " out; if not, say so.", setting(block));
    }

    /** A second block for what is there would fail in the warehouse, so blocks that may make it stand in the way. */
    List<Obstacle> obstacles() {
        String whether = " makes the " + kind + " " + name + ", ";
        Stream<Obstacle> several = blocks(Role.OPEN_FOR_EACH)
                .map(block -> obstacle(
                        block,
                        "Whether " + block.called() + whether + "only Terraform can work out from its for_each.",
                        "If it does not, " + said(block) + "; if it does, write its for_each out."));
        Stream<Obstacle> foreign = blocks(Role.FOREIGN_MODULE)
                .map(block -> obstacle(
                        block,
                        "Whether " + block.called() + whether
                                + "nothing shows, because not all files of its module can be read here.",
                        "If it does not, " + said(block) + "; if it does, nothing has to be added."));
        return Stream.concat(several, foreign).toList();
    }

    /** The same, for what a new loader brings: it is not new when somebody else makes it. */
    List<Obstacle> obstaclesOfNew() {
        Stream<Obstacle> made = others.maker(name).stream()
                .map(block -> obstacle(
                        block,
                        "The " + kind + " " + name + " is made by " + block.called() + " already.",
                        "Leave asNew() out, and rename it to " + own
                                + " with a moved block; if it makes something else, " + said(block) + "."));
        return Stream.concat(obstacles().stream(), made).toList();
    }

    private Stream<LocatedBlock> blocks(Role role) {
        return others.blocks(name, role).stream();
    }

    private static Obstacle obstacle(LocatedBlock block, String message, String hint) {
        return new Obstacle(block.file(), new Diagnostic(CODE, block.block().line(), message, hint), false);
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
