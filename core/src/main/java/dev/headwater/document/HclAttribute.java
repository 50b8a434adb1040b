package dev.headwater.document;

import java.util.List;
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
        return expression.matches("\"[^\"\\\\$%\\n]*\"")
                ? Optional.of(expression.substring(1, expression.length() - 1))
                : Optional.empty();
    }

    /**
     * The value in one form for all its layouts: comments, line breaks in brackets, trailing commas, redundant
     * parentheses and the order of an object's entries do not count.
     *
     * @return text that is equal for values that mean the same; not for reading
     */
    public String meaning() {
        return HclMeaning.of(expression);
    }

    /**
     * The elements, when the value is one list that is written out, and not one of its elements or a comparison.
     *
     * @return the text of each element, without comments
     */
    public Optional<List<String>> elements() {
        return HclScanner.elements(expression)
                .filter(elements -> elements.stream().noneMatch(element -> element.startsWith("for ")));
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
