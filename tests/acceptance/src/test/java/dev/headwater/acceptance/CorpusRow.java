package dev.headwater.acceptance;

import java.util.List;

/**
 * What came of onboarding the plan into one variant of an item. It holds nothing of this machine, so that rows of two
 * versions of Headwater can be compared.
 *
 * @param item path of the item
 * @param kind what it is
 * @param variant the variant
 * @param outcome {@code changed}, {@code unchanged}, {@code conflict}, {@code exception}, or {@code refused} when no
 *     plan can name the folder
 * @param codes codes of the conflicts or problems, or the exception's class
 * @param lines lines of the conflicts, in the order of their codes
 * @param hash SHA-256 of the item's files afterwards; {@code -} when nothing would be written
 * @param harm what must not be; empty when all is well
 */
record CorpusRow(
        String item,
        String kind,
        String variant,
        String outcome,
        List<String> codes,
        List<String> lines,
        String hash,
        List<String> harm) {

    static final String HEADER = "item\tkind\tvariant\toutcome\tcodes\tlines\tsha256\n";

    String tsv() {
        return String.join("\t", item, kind, variant, outcome, cell(codes), cell(lines), hash) + "\n";
    }

    private static String cell(List<String> values) {
        return values.isEmpty() ? "-" : String.join(" ", values);
    }
}
