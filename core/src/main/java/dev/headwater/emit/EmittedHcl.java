package dev.headwater.emit;

import dev.headwater.document.DocumentException;
import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclFile;
import dev.headwater.document.PathSegment;
import dev.headwater.document.PathSegment.Match;
import java.util.Optional;

/**
 * Terraform text of an emitter: broken text, or another one than its address says, is the emitter's mistake and no
 * fault of a file, so that all of it is an {@link IllegalArgumentException}.
 */
final class EmittedHcl {

    private EmittedHcl() {}

    /** The text wanted at a place. */
    static HclFile file(Object place, String text) {
        try {
            return HclFile.parse(withLineFeeds(place, text));
        } catch (DocumentException fault) {
            throw new IllegalArgumentException(
                    "The text wanted at " + place + " is not Terraform: " + fault.getMessage(), fault);
        }
    }

    static String withLineFeeds(Object place, String text) {
        if (text.contains("\r\n")) {
            throw new IllegalArgumentException(
                    "The text wanted at " + place + " has lines that end with CR LF; they end with LF alone.");
        }
        return text;
    }

    /** A step of an address whose expression is in one layout, so that equal addresses are one. */
    static PathSegment step(Object block, PathSegment step) {
        Match match = step.match()
                .orElseThrow(() -> new IllegalArgumentException("\"" + step + "\" names no part of " + block + "."));
        String place = "\"" + step + "\" in " + block;
        String bare = expression(place, match.value());
        HclExpression value = HclExpression.parse(bare);
        // A heredoc has no other layout, and not every text says the same once more.
        boolean isSame = !value.text().contains("\n")
                && HclExpression.parse(value.text()).equals(value);
        return new PathSegment(step.key(), Optional.of(new Match(match.key(), isSame ? value.text() : bare)));
    }

    /** One expression without anything around it. */
    private static String expression(Object place, String text) {
        String bare = text.strip();
        HclFile read = file(place, "x = " + bare + "\n");
        boolean isOne = read.blocks().isEmpty()
                && read.attributes().size() == 1
                && read.attributes().get(0).expression().equals(bare)
                && !bare.endsWith(",")
                && HclExpression.parse("[" + bare + "\n]").parts().size() == 1;
        if (!isOne) {
            throw new IllegalArgumentException(
                    "The text wanted at " + place + " is not one expression without comments around it: " + bare);
        }
        return bare;
    }

    /** The text of a part, which is the one that the address names. */
    static String part(Address.HclElement address, String text) {
        PathSegment step = address.path().get(address.path().size() - 1);
        Match match = step.match().orElseThrow();
        boolean isElement = match.key().isEmpty();
        String bare = isElement ? expression(address, text) : text;
        boolean isNamed = isElement
                ? HclExpression.parse(bare).equals(HclExpression.parse(match.value()))
                : isNested(file(address, text), step.key(), match);
        if (!isNamed) {
            throw new IllegalArgumentException("The text wanted at " + address + " is not that "
                    + (isElement ? "element" : "block, or not that block alone") + ":\n" + text);
        }
        return bare;
    }

    private static boolean isNested(HclFile text, String type, Match match) {
        if (text.blocks().size() != 1 || !text.attributes().isEmpty()) {
            return false;
        }
        HclBlock block = text.blocks().get(0);
        return block.type().equals(type)
                && block.attribute(match.key())
                        .map(HclAttribute::value)
                        .filter(HclExpression.parse(match.value())::equals)
                        .isPresent();
    }
}
