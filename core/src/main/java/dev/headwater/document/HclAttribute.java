package dev.headwater.document;

import java.util.Optional;

/**
 * An attribute of a Terraform block.
 *
 * @param name the attribute's name
 * @param expression the text of its value, without comments around it
 * @param start offset of the name in the file's text
 * @param end offset behind the value
 * @param line line of the name, from 1
 */
public record HclAttribute(String name, String expression, int start, int end, int line) {

    /**
     * The value, when it is one quoted string without escapes and templates.
     *
     * @return the string's content
     */
    public Optional<String> literal() {
        return value().string();
    }

    /**
     * The value as a tree.
     *
     * @return what can be read of it without evaluating it
     */
    public HclExpression value() {
        return HclExpressionParser.parse(expression);
    }

    /** {@return the offset of the value in the file's text} */
    public int valueStart() {
        return end - expression.length();
    }

    /**
     * Where a list that is written out can be continued.
     *
     * @return the offset in the file's text behind the last element, or behind the comma that follows it
     */
    public int endOfElements() {
        return valueStart() + HclScanner.endOfElements(expression);
    }
}
