package dev.headwater.document;

import java.util.List;

/**
 * The structure of a Terraform file: its blocks and attributes with the places where they stand. Expressions are
 * skipped, not judged.
 *
 * @param text the file's text
 * @param attributes top-level attributes, which only variable files have
 * @param blocks top-level blocks, in order
 */
public record HclFile(String text, List<HclAttribute> attributes, List<HclBlock> blocks) {

    /**
     * @param text the file's text
     * @param attributes top-level attributes
     * @param blocks top-level blocks
     */
    public HclFile {
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
    }

    /**
     * Reads a file.
     *
     * @param text the file's text; a byte order mark may be its first character
     * @return the structure
     * @throws DocumentException with a code {@code hcl.*} when Terraform would refuse the structure, and with
     *     {@code hcl.too-deep} when blocks, or brackets and templates, are nested more than 100 deep
     */
    public static HclFile parse(String text) {
        return new HclParser(text).file();
    }
}
