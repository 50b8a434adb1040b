package dev.headwater.reconcile;

import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment.Keep;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts items into the lists of one YAML file: one parse, one splice, and a second parse that proves that the result is
 * the old meaning plus exactly what was wanted.
 */
final class YamlEditor {

    private final YamlDocument document;
    private final YamlLocator locator;
    private final Map<List<Address.Segment>, YamlItemText> inserted = new HashMap<>();
    private final Map<Place, List<YamlItemText>> insertions = new LinkedHashMap<>();

    private YamlEditor(YamlDocument document) {
        this.document = document;
        this.locator = new YamlLocator(document);
    }

    /**
     * A list, which need not be there yet.
     *
     * @param mapping start of the mapping that holds it
     * @param key its key
     */
    private record Place(YamlNode mapping, String key) {}

    /**
     * What came of an edit.
     *
     * @param text the new text; the old one when nothing was put in
     * @param verdicts one a wanted item, in the same order
     */
    record Result(String text, List<Verdict> verdicts) {}

    static Result edit(String text, List<YamlWanted> wanted) {
        YamlEditor editor;
        try {
            editor = new YamlEditor(YamlDocument.parse(text));
        } catch (UnreadableTextException fault) {
            Verdict refused = Verdict.refused(Refusal.of(fault));
            return new Result(text, wanted.stream().map(item -> refused).toList());
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (YamlWanted item : wanted) {
            verdicts.add(editor.judge(item));
        }
        return editor.splice(verdicts);
    }

    private Verdict judge(YamlWanted wanted) {
        try {
            YamlItemText item = new YamlItemText(wanted.text());
            YamlItemText parent = inserted.get(wanted.parent());
            if (parent != null) {
                parent.add(wanted.last().key(), item);
                inserted.put(wanted.path(), item);
                return Verdict.INSERTED;
            }
            return judge(wanted, item);
        } catch (RefusedException refused) {
            return Verdict.refused(refused.refusal());
        }
    }

    private Verdict judge(YamlWanted wanted, YamlItemText item) {
        YamlNode mapping = locator.mapping(wanted.parent());
        Optional<YamlNode> value = locator.value(mapping, wanted.last().key());
        Optional<YamlNode> there = value.filter(list -> !isEmpty(list))
                .map(list -> locator.list(list, wanted.last().key()))
                .flatMap(list -> locator.find(list, wanted.match()));
        if (there.isPresent()) {
            return compare(there.orElseThrow(), wanted);
        }
        Place place = new Place(mapping, wanted.last().key());
        refuseIfUncertain(place, value);
        insertions.computeIfAbsent(place, key -> new ArrayList<>()).add(item);
        inserted.put(wanted.path(), item);
        return Verdict.INSERTED;
    }

    private Verdict compare(YamlNode there, YamlWanted wanted) {
        YamlDocument parsed = YamlDocument.parse(wanted.text());
        boolean holds = new YamlMeaning(document, parsed, wanted.match().key())
                .holds(there, parsed.root().orElseThrow());
        if (holds || wanted.keep() == Keep.ONCE) {
            return Verdict.UNCHANGED;
        }
        throw new RefusedException(
                "yaml.name-taken",
                there.line(),
                "\"" + wanted.match().value() + "\" is there already and says something else.",
                "Make it say the same, or choose another name.");
    }

    private static boolean isEmpty(YamlNode value) {
        return value.isNull()
                || (value.kind() == YamlNode.Kind.SEQUENCE && value.items().isEmpty());
    }

    private void refuseIfUncertain(Place place, Optional<YamlNode> value) {
        YamlLayout layout = new YamlLayout(document);
        if (value.isPresent() && isEmpty(value.orElseThrow())) {
            refuseIfUncertain(place, value.orElseThrow());
        }
        YamlNode before = value.orElse(place.mapping());
        if (!isEmpty(before) && layout.isOpenAtEnd(before)) {
            throw new RefusedException(
                    "yaml.block-scalar-at-eof",
                    before.line(),
                    "The file ends within a block of text without a newline; adding one would change the text.",
                    "End the file with a newline.");
        }
    }

    private void refuseIfUncertain(Place place, YamlNode empty) {
        if (empty.isDecorated()) {
            throw new RefusedException(
                    "yaml.alias-value",
                    empty.line(),
                    "\"" + place.key() + "\" carries an anchor or a tag.",
                    "Write a list without them.");
        }
        String token =
                document.text().substring(empty.place().start(), empty.place().end());
        if (token.contains("\n")) {
            throw new RefusedException(
                    "yaml.empty-layout",
                    empty.line(),
                    "The empty list stands on several lines.",
                    "Write [] on the line of its key.");
        }
    }

    private Result splice(List<Verdict> verdicts) {
        if (insertions.isEmpty()) {
            return new Result(document.text(), verdicts);
        }
        Splices splices = new Splices();
        YamlProof proof = new YamlProof(document);
        YamlInsertion insertion = new YamlInsertion(document, splices, proof);
        insertions.forEach((place, items) -> insertion.insert(place.mapping(), place.key(), items));
        String result = splices.applyTo(document.text());
        if (!proof.holds(result)) {
            Verdict unsafe = Verdict.refused(
                    new Refusal("yaml.unsafe-edit", 0, "The text cannot be put in for certain.", "Paste it by hand."));
            return new Result(
                    document.text(),
                    verdicts.stream()
                            .map(verdict -> verdict.equals(Verdict.INSERTED) ? unsafe : verdict)
                            .toList());
        }
        return new Result(result, verdicts);
    }
}
