package dev.headwater.emit;

import java.util.BitSet;
import java.util.List;

/**
 * A pattern of a git ignore file. Pattern and text are bytes, one a character, as git compares them. All ways of
 * matching are followed at once, so that no pattern takes longer than its length times that of the text.
 */
final class Glob {

    /** What stands before the first character that has a meaning of its own. */
    private final String start;

    private final List<Part> parts;

    /** What every text that matches ends with; it tells most that do not. */
    private final String end;

    Glob(String start, List<Part> parts) {
        this.start = start;
        this.parts = List.copyOf(parts);
        this.end = end(this.parts);
    }

    private static String end(List<Part> parts) {
        StringBuilder end = new StringBuilder();
        for (int i = parts.size() - 1; i >= 0 && parts.get(i) instanceof OneOf one && one.isCertain(); i--) {
            end.append((char) one.bytes().nextSetBit(0));
        }
        return end.reverse().toString();
    }

    boolean matches(String text) {
        if (parts.isEmpty()) {
            return text.equals(start);
        }
        if (!text.startsWith(start) || !text.endsWith(end)) {
            return false;
        }
        String rest = text.substring(start.length());
        BitSet places = new BitSet();
        places.set(0);
        for (Part part : parts) {
            places = part.after(places, rest);
        }
        return places.get(rest.length());
    }

    /** A part of a pattern. */
    sealed interface Part {

        /**
         * Goes on in a text.
         *
         * @param places where in the text the parts before may end
         * @param text the text
         * @return where this part may end then
         */
        BitSet after(BitSet places, String text);
    }

    /** One byte. */
    record OneOf(BitSet bytes) implements Part {

        boolean isCertain() {
            return bytes.cardinality() == 1;
        }

        @Override
        public BitSet after(BitSet places, String text) {
            BitSet after = new BitSet();
            places.stream()
                    .filter(place -> place < text.length() && bytes.get(text.charAt(place)))
                    .forEach(place -> after.set(place + 1));
            return after;
        }
    }

    /** Any number of bytes. */
    record Run(boolean overSlashes) implements Part {

        @Override
        public BitSet after(BitSet places, String text) {
            BitSet after = new BitSet();
            boolean running = false;
            for (int place = 0; place <= text.length(); place++) {
                boolean goesOn = running && (overSlashes || text.charAt(place - 1) != '/');
                running = goesOn || places.get(place);
                after.set(place, running);
            }
            return after;
        }
    }

    /** Nothing, or anything that ends with a slash. */
    record Directories() implements Part {

        @Override
        public BitSet after(BitSet places, String text) {
            BitSet after = (BitSet) places.clone();
            for (int place = places.nextSetBit(0); place >= 0 && place < text.length(); place++) {
                if (text.charAt(place) == '/') {
                    after.set(place + 1);
                }
            }
            return after;
        }
    }
}
