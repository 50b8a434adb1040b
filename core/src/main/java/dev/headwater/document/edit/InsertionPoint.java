package dev.headwater.document.edit;

import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Entry;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Sequence;

/** A place in a document where items can be appended. */
sealed interface InsertionPoint {

    /** After the items of a block sequence. */
    record AfterItems(Entry entry, Sequence sequence) implements InsertionPoint {}

    /**
     * Under a key without a value, or with {@code []} or null for a value, which the items replace.
     *
     * @param inItem whether the key belongs to an item of another sequence
     */
    record EmptyValue(Entry entry, boolean inItem) implements InsertionPoint {}

    /**
     * At the end of a mapping that lacks the key.
     *
     * @param inItem whether the mapping is an item of another sequence
     */
    record NewKey(Mapping mapping, String key, boolean inItem) implements InsertionPoint {}

    /** The node that an insertion here changes. */
    default YamlNode changed() {
        if (this instanceof AfterItems after) {
            return after.sequence();
        }
        return this instanceof EmptyValue empty ? empty.entry().value() : ((NewKey) this).mapping();
    }

    /** The key whose items these are. */
    default String key() {
        if (this instanceof AfterItems after) {
            return after.entry().key().text();
        }
        return this instanceof EmptyValue empty ? empty.entry().key().text() : ((NewKey) this).key();
    }

    /** The column of that key. */
    default int keyColumn() {
        if (this instanceof AfterItems after) {
            return after.entry().key().place().column();
        }
        return this instanceof EmptyValue empty
                ? empty.entry().key().place().column()
                : ((NewKey) this).mapping().place().column();
    }
}
