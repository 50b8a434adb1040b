package dev.headwater.document;

import java.util.Optional;

/**
 * One step down in a YAML file or a Terraform block.
 *
 * @param key key of the entry, name of the attribute or type of the nested block
 * @param match which item of the entry's list; empty when the entry itself is meant
 */
public record PathSegment(String key, Optional<Match> match) {

    /**
     * Which item of a list.
     *
     * @param key key that tells the list's items apart; empty when the item itself is the value
     * @param value its value in the item that is meant
     */
    public record Match(String key, String value) {

        /**
         * The item that is a value itself.
         *
         * @param value the value
         * @return the match
         */
        public static Match element(String value) {
            return new Match("", value);
        }

        @Override
        public String toString() {
            return key.isEmpty() ? value : key + "=" + value;
        }
    }

    @Override
    public String toString() {
        return key + match.map(item -> "[" + item + "]").orElse("");
    }
}
