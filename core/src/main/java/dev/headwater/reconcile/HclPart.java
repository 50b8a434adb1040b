package dev.headwater.reconcile;

import dev.headwater.document.DocumentException;
import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.ListValue;
import dev.headwater.document.HclExpression.Literal;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.HclFile;
import dev.headwater.document.PathSegment;
import dev.headwater.document.PathSegment.Match;
import dev.headwater.document.edit.HclDifference;
import dev.headwater.document.edit.HclEditor;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Keep;
import dev.headwater.problem.Diagnostic;
import java.util.List;
import java.util.Optional;

/** A part of somebody else's block: a nested block, or an element of a list. */
final class HclPart {

    private final HclBlock holder;
    private final PathSegment step;

    private HclPart(HclBlock holder, PathSegment step) {
        this.holder = holder;
        this.step = step;
    }

    /** The part that a path means; blocks on the way that are not there are a {@link DocumentException}. */
    static HclPart find(HclBlock block, List<PathSegment> path) {
        HclBlock holder = block;
        for (PathSegment step : path.subList(0, path.size() - 1)) {
            HclBlock above = holder;
            holder = new HclPart(holder, step)
                    .nested()
                    .orElseThrow(() -> new DocumentException(
                            "hcl.missing-parent",
                            above.line(),
                            "There is no " + step + " to hold it.",
                            "Add it first."));
        }
        return new HclPart(holder, path.get(path.size() - 1));
    }

    private Match match() {
        return step.match().orElseThrow();
    }

    private boolean isElement() {
        return match().key().isEmpty();
    }

    /** The block; one that could be it, for all that can be told, is a {@link DocumentException}. */
    private Optional<HclBlock> nested() {
        HclExpression wanted = HclExpression.parse(match().value());
        Optional<HclBlock> found = holder.blocks().stream()
                .filter(block -> block.type().equals(step.key())
                        && block.attribute(match().key())
                                .filter(name -> name.value().equals(wanted))
                                .isPresent())
                .findFirst();
        if (found.isEmpty()) {
            holder.blocks().stream()
                    .filter(block -> couldBe(block, wanted))
                    .findFirst()
                    .ifPresent(this::refuse);
        }
        return found;
    }

    private boolean couldBe(HclBlock block, HclExpression wanted) {
        boolean isOpen = block.attribute(match().key())
                .map(HclAttribute::value)
                .filter(there -> !isOther(there, wanted))
                .isPresent();
        return block.is("dynamic", List.of(step.key())) || (block.type().equals(step.key()) && isOpen);
    }

    /** Of two literals, and of two names, what is written differently is taken for different. */
    private static boolean isOther(HclExpression there, HclExpression wanted) {
        return (there instanceof Literal && wanted instanceof Literal)
                || (there instanceof Reference && wanted instanceof Reference);
    }

    private void refuse(HclBlock block) {
        throw new DocumentException(
                "hcl.uncertain-part",
                block.line(),
                "Whether this \"" + block.type() + "\" is " + step + " cannot be told for certain.",
                "If it is, write out " + match().key() + " = " + match().value() + "; if not, add the other by hand.");
    }

    private HclAttribute list() {
        HclAttribute there = holder.attribute(step.key())
                .orElseThrow(() -> new DocumentException(
                        "hcl.not-a-list",
                        holder.line(),
                        "There is no list \"" + step.key() + "\" to hold it.",
                        "Add " + step.key() + " = [] first."));
        if (!there.expression().startsWith("[") || !(there.value() instanceof ListValue)) {
            throw new DocumentException(
                    "hcl.not-a-list",
                    there.line(),
                    "\"" + step.key() + "\" is no list that is written out.",
                    "Write it out as a list, or add the element by hand.");
        }
        return there;
    }

    boolean isThere() {
        if (!isElement()) {
            return nested().isPresent();
        }
        boolean hasList = holder.attribute(step.key()).isPresent();
        return hasList && list().value().parts().contains(HclExpression.parse(match().value()));
    }

    /** What a nested block that is there says otherwise. */
    Optional<Diagnostic> difference(Fragment wanted) {
        if (isElement() || wanted.keep() == Keep.ONCE) {
            return Optional.empty();
        }
        HclBlock there = nested().orElseThrow();
        List<String> differences =
                HclDifference.between(HclFile.parse(wanted.text()).blocks().get(0), there);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Diagnostic(
                        "hcl.block-taken",
                        there.line(),
                        step + " is there already, but " + String.join("; ", differences) + ".",
                        "Make it say the same, or choose another name."));
    }

    void addTo(HclEditor editor, String text) {
        if (isElement()) {
            editor.addElement(list(), text);
        } else {
            editor.addNested(holder, text);
        }
    }
}
