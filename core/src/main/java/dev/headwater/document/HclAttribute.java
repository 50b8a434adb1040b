package dev.headwater.document;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attribute of a Terraform block. Immutable. */
public final class HclAttribute {

    private final String name;
    private final String expression;
    private final int start;
    private final int end;
    private final int line;

    /** Read when it is first asked for; whoever comes at the same time reads the same. */
    private @Nullable HclExpression value;

    /**
     * An attribute.
     *
     * @param name its name
     * @param expression the text of its value, without comments around it
     * @param start offset of the name in the file's text
     * @param end offset behind the value
     * @param line line of the name, from 1
     */
    public HclAttribute(String name, String expression, int start, int end, int line) {
        this.name = name;
        this.expression = expression;
        this.start = start;
        this.end = end;
        this.line = line;
    }

    /** {@return the attribute's name} */
    public String name() {
        return name;
    }

    /** {@return the text of its value, without comments around it} */
    public String expression() {
        return expression;
    }

    /** {@return the offset of the name in the file's text} */
    public int start() {
        return start;
    }

    /** {@return the offset behind the value} */
    public int end() {
        return end;
    }

    /** {@return the line of the name, from 1} */
    public int line() {
        return line;
    }

    /** {@return the value, when it is one quoted string without escapes and templates} */
    public Optional<String> literal() {
        return value().string();
    }

    /** {@return the value as a tree: what can be read of it without evaluating it} */
    public HclExpression value() {
        HclExpression read = value;
        if (read == null) {
            read = HclExpression.parse(expression);
            value = read;
        }
        return read;
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

    /** Two are equal when they say the same in the same place. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HclAttribute that
                && name.equals(that.name)
                && expression.equals(that.expression)
                && start == that.start
                && end == that.end
                && line == that.line;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, start);
    }

    @Override
    public String toString() {
        return name + " = " + expression;
    }
}
