package dev.headwater.document;

import java.util.Set;
import java.util.regex.Pattern;

/** What text without quotes may mean to some reader, of YAML 1.1 (PyYAML, dbt, Prefect) or of 1.2. */
final class PlainScalar {

    private static final int LONGEST_NUMBER = 100;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> WORDS = Set.of(
            "true", "True", "TRUE", "false", "False", "FALSE", "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON",
            "off", "Off", "OFF", "y", "Y", "n", "N", "=", "<<");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:"
            + "0b[01_]+|0x[0-9a-fA-F_]+|0o[0-7_]+"
            + "|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?"
            + "|(?:[0-9][0-9_]*(?:\\.[0-9_]*)?|\\.[0-9_]+)(?:[eE][-+]?[0-9]+)?"
            + "|\\.(?:inf|Inf|INF|nan|NaN|NAN))");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
            + "(?:(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?"
            + "(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?");

    private PlainScalar() {}

    static boolean isNull(String text) {
        return NULLS.contains(text);
    }

    static boolean isString(String text) {
        return !isNull(text) && !WORDS.contains(text) && !mayBeNumberOrDate(text);
    }

    private static boolean mayBeNumberOrDate(String text) {
        if ("+-.0123456789".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        return text.length() > LONGEST_NUMBER
                || NUMBER.matcher(text).matches()
                || DATE.matcher(text).matches();
    }
}
