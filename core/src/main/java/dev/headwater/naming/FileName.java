package dev.headwater.naming;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of files and directories, one part of a path, that a checkout on any system can have. It is Windows that takes
 * the fewest: no {@code < > : " / \ | ? *} and no control characters, no dot and no blank at the end, and none of its
 * devices ({@code CON}, {@code PRN}, {@code AUX}, {@code NUL}, {@code COM0} to {@code COM9}, {@code LPT0} to
 * {@code LPT9}), in whatever case and with whatever ending.
 */
public record FileName() implements NamingRule {

    private static final Pattern DEVICE = Pattern.compile(
            "(?i)(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3]) *(?:\\..*)?",
            Pattern.DOTALL);
    private static final Pattern REFUSED = Pattern.compile("[<>:\"/\\\\|?*\\x00-\\x1F]");

    @Override
    public String target() {
        return "file name";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.file.character",
                REFUSED.matcher(name).find(),
                "has a character that Windows refuses: < > : \" / \\ | ? * or a control character");
        faults.add(
                "name.file.end",
                withoutEnd(name).length() < name.length(),
                "ends with a dot or a blank, which Windows drops");
        faults.add(
                "name.file.device",
                DEVICE.matcher(name).matches(),
                "is the name of a device on Windows, whatever its ending");
        return faults.found();
    }

    @Override
    public Optional<String> suggest(String text) {
        if (check(text).isEmpty()) {
            return Optional.of(text);
        }
        String written = withoutEnd(REFUSED.matcher(text).replaceAll("_"));
        String name = DEVICE.matcher(written).matches() ? written.replaceFirst(" *(?=\\.|\\z)", "_data") : written;
        return Optional.of(name)
                .filter(better -> !better.isEmpty() && check(better).isEmpty());
    }

    /** A pattern for the end would be tried at each dot and blank before it. */
    private static String withoutEnd(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(0, end);
    }
}
