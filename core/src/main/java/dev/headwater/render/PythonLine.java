package dev.headwater.render;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of Python as {@code ruff format} (0.17) leaves them: broken where they are longer than 88 columns. Further
 * lines are indented as if the first one were not.
 *
 * <pre>{@code
 * PythonLine.bracketed(0, "load(", List.of("crm", "shop"), ")"); // load(crm, shop)
 * }</pre>
 */
public final class PythonLine {

    /** Before it every character takes one column. */
    private static final int FIRST_ODD = 0x300;

    private static final int WIDTH = 88;
    private static final String STEP = "    ";
    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private static final Pattern IMPORT = Pattern.compile("(from \\S+ import )(\\w+)");
    private static final Pattern SIGNATURE = Pattern.compile("(def \\w+\\(\\) -> )dict\\[str, str]:");
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_]+ = )([\"'].*)");
    private static final Pattern CALL = Pattern.compile("([@\\w.= ]+\\()(.*)\\)");

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
     * Code whose lines are broken where they are too long: calls with one argument, decorators, imports of one name,
     * functions without parameters that return a dict of strings, and constants that then fit. Other lines stay as they
     * are.
     *
     * @param code lines of code
     * @return the lines, each with a line end
     */
    public static String wrapped(String code) {
        return code.lines()
                .map(line -> width(line) <= WIDTH ? line : broken(line))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String broken(String line) {
        String code = line.stripLeading();
        String indentation = line.substring(0, line.length() - code.length());
        return indentation + broken(code, indentation.length()).replace("\n", "\n" + indentation);
    }

    private static String broken(String code, int column) {
        Matcher imported = IMPORT.matcher(code);
        Matcher signature = SIGNATURE.matcher(code);
        Matcher assignment = ASSIGNMENT.matcher(code);
        Matcher call = CALL.matcher(code);
        if (imported.matches()) {
            return imported.group(1) + "(\n" + STEP + imported.group(2) + ",\n)";
        }
        if (signature.matches()) {
            String opening = signature.group(1) + "dict[";
            return width(opening) <= WIDTH
                    ? bracketed(column, opening, List.of("str, str"), "]:")
                    : bracketed(column, signature.group(1) + "(", List.of("dict[str, str]"), "):");
        }
        if (assignment.matches() && STEP.length() + width(assignment.group(2)) <= WIDTH) {
            return assignment.group(1) + "(\n" + STEP + assignment.group(2) + "\n)";
        }
        if (call.matches()) {
            String arguments = call.group(2);
            boolean several = code.startsWith("@");
            return bracketed(column, call.group(1), several ? List.of(arguments.split(", ")) : List.of(arguments), ")");
        }
        return code;
    }

    private static int width(String text) {
        return text.codePoints().map(PythonLine::width).sum();
    }

    private static int width(int character) {
        if (character < FIRST_ODD) {
            return 1;
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean fullWidth = character >= 0xFF01 && character <= 0xFF60 || character >= 0x3000 && character <= 0x303F;
        boolean picture = character >= 0x1F300 && character <= 0x1FAFF;
        return fullWidth || picture || WIDE.contains(UnicodeScript.of(character)) ? 2 : 1;
    }
}
