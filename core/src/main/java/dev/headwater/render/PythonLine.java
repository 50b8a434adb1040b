package dev.headwater.render;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/**
 * Lines of Python as {@code ruff format} (0.17) leaves them: broken where they are longer than 88 columns. Further
 * lines are indented as if the first one were not.
 *
 * <pre>{@code
 * PythonLine.bracketed(0, "load(", List.of("crm", "shop"), ")"); // load(crm, shop)
 * PythonLine.importing(0, "sources.crm", "crm"); // from sources.crm import crm
 * PythonLine.assignment("NAME", PythonString.encode("CRM")); // NAME = "CRM"
 * }</pre>
 */
public final class PythonLine {

    private static final int WIDTH = 88;
    private static final String STEP = "    ";
    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private PythonLine() {}

    /**
     * Something in brackets, such as a call.
     *
     * @param column column at which the line will stand
     * @param opening what comes before, with the bracket
     * @param items what is inside
     * @param closing the bracket and what comes behind
     * @return one line; or what is inside on a line of its own; or each item on one
     */
    public static String bracketed(int column, String opening, List<String> items, String closing) {
        String inside = String.join(", ", items);
        if (column + width(opening + inside + closing) <= WIDTH) {
            return opening + inside + closing;
        }
        boolean together = items.size() == 1 || column + STEP.length() + width(inside) <= WIDTH;
        return opening + "\n" + STEP + (together ? inside : String.join(",\n" + STEP, items) + ",") + "\n" + closing;
    }

    /**
     * An import of one name.
     *
     * @param column column at which the line will stand
     * @param module where it comes from
     * @param name the name
     * @return one line, or three
     */
    public static String importing(int column, String module, String name) {
        String line = "from " + module + " import ";
        return column + width(line + name) <= WIDTH ? line + name : line + "(\n" + STEP + name + ",\n)";
    }

    /**
     * An assignment at the beginning of a line.
     *
     * @param name the name
     * @param literal a literal that cannot be broken
     * @return one line; or three, if that makes it fit
     */
    public static String assignment(String name, String literal) {
        String line = name + " = " + literal;
        boolean broken = width(line) > WIDTH && STEP.length() + width(literal) <= WIDTH;
        return broken ? name + " = (\n" + STEP + literal + "\n)" : line;
    }

    private static int width(String text) {
        return text.codePoints().map(PythonLine::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean fullWidth = character >= 0xFF01 && character <= 0xFF60 || character >= 0x3000 && character <= 0x303F;
        boolean picture = character >= 0x1F300 && character <= 0x1FAFF;
        return fullWidth || picture || WIDE.contains(UnicodeScript.of(character)) ? 2 : 1;
    }
}
