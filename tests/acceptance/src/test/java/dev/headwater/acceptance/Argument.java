package dev.headwater.acceptance;

import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Call;
import dev.headwater.document.HclExpression.ListValue;
import dev.headwater.document.HclExpression.Literal;
import dev.headwater.document.HclExpression.ObjectValue;
import dev.headwater.document.HclExpression.Raw;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.HclExpression.Template;
import java.util.List;

/**
 * A line of {@code arguments.tsv}: what a provider says of one argument, nested block or read-only attribute.
 *
 * @param line its number
 * @param block kind and type of the block, such as {@code resource snowflake_pipe}
 * @param path the argument's name, below those of nested blocks and objects
 * @param need {@code required}, {@code optional}, {@code computed}, {@code one of} a group or {@code at most one of} it
 * @param value {@code string}, {@code list(string)} and so on; a block ends with an s where it may be repeated
 * @param allowed the only values, if there are such
 * @param source where the provider says so
 */
record Argument(int line, String block, String path, String need, String value, List<String> allowed, String source) {

    boolean isBlock() {
        return value.startsWith("block");
    }

    boolean isRequired() {
        return need.equals("required");
    }

    /** Whether it is an argument of the body at a path, which is empty or ends with a dot. */
    boolean isIn(String body) {
        return path.startsWith(body) && path.indexOf('.', body.length()) < 0;
    }

    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** What only Terraform can work out is taken. */
    boolean takes(HclExpression written) {
        return takes(value, written);
    }

    private boolean takes(String kind, HclExpression written) {
        if (written instanceof Reference || written instanceof Raw) {
            return !isBlock();
        }
        if (written instanceof Call call) {
            return !isBlock()
                    && (kind.equals("string")
                            || kind.equals("json")
                            || !call.function().equals("jsonencode"));
        }
        if (kind.startsWith("list(") || kind.startsWith("set(")) {
            String element = kind.substring(kind.indexOf('(') + 1, kind.length() - 1);
            return written instanceof ListValue list && list.elements().stream().allMatch(one -> takes(element, one));
        }
        return switch (kind) {
            case "string" ->
                isText(written)
                        && (allowed.isEmpty()
                                || allowed.contains(written.string().orElse("")));
            case "json" -> isText(written) && written.text().startsWith("\"{");
            case "bool" ->
                written instanceof Literal word
                        && !word.isString()
                        && word.value().matches("true|false");
            case "number" ->
                written instanceof Literal word
                        && !word.isString()
                        && word.value().matches("-?[0-9.]+");
            case "object", "map" -> written instanceof ObjectValue;
            default -> false;
        };
    }

    private static boolean isText(HclExpression written) {
        return written instanceof Template || written.string().isPresent();
    }

    @Override
    public String toString() {
        return path + ": " + need + " " + value + " " + allowed + " (arguments.tsv:" + line + ", " + source + ")";
    }
}
