package dev.headwater.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringSubstitutor;
import org.jspecify.annotations.Nullable;

/**
 * The text of one artifact with placeholders {@code <%name%>}. Strict: an unknown, missing or unused name fails, and a
 * value is never expanded again. There are no loops and no conditions; Java composes lists into one placeholder.
 *
 * <p>A placeholder alone on its line stands for whole lines: further lines of its value get the placeholder's
 * indentation, blank ones stay blank, and with an empty value the line is left out.
 *
 * <pre>{@code
 * Template copy = Template.of("copy: <%name%>", "copy.yaml");
 * copy.render(Map.of("name", YamlText.scalar("on"))); // copy: "on"
 * }</pre>
 */
public final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("<%([a-z_]+)%>");
    private static final Pattern OWN_LINE = Pattern.compile("(?m)^( *)<%([a-z_]+)%>\\n");

    private final String name;
    private final String text;
    private final Set<String> names = new TreeSet<>();

    private Template(String name, String text) {
        this.name = name;
        this.text = text;
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        String rest = PLACEHOLDER.matcher(text).replaceAll("");
        if (rest.contains("<%") || rest.contains("%>") || rest.contains("\r") || rest.contains("\0")) {
            throw new IllegalArgumentException(name + " has a placeholder that is not <%name%>, or a \\r or NUL");
        }
    }

    /**
     * Reads a template from a resource. The caller opens the resource of its own module.
     *
     * @param in the resource's stream; it is closed
     * @param name the resource's name, for messages
     * @return the template
     */
    public static Template read(@Nullable InputStream in, String name) {
        if (in == null) {
            throw new IllegalArgumentException("there is no template " + name);
        }
        try (in) {
            return new Template(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * A template from a text.
     *
     * @param text the text
     * @param name a name, for messages
     * @return the template
     */
    public static Template of(String text, String name) {
        return new Template(name, text);
    }

    /**
     * A variant of the template, with its own text changed before anything is filled in.
     *
     * @param change gives the variant's text
     * @return the variant
     */
    public Template map(UnaryOperator<String> change) {
        return new Template(name, change.apply(text));
    }

    /**
     * Fills the template in.
     *
     * @param values a value for each placeholder, encoded for the target already
     * @return the artifact
     * @throws IllegalArgumentException when a placeholder has no value, or a value no placeholder
     */
    public String render(Map<String, String> values) {
        if (!names.equals(values.keySet())) {
            throw new IllegalArgumentException(name + " takes " + names + ", not " + new TreeSet<>(values.keySet()));
        }
        Map<String, String> indented = new TreeMap<>(values);
        String shape = OWN_LINE.matcher(text).replaceAll(line -> {
            String value = values.get(line.group(2));
            if (value == null || value.isEmpty()) {
                return "";
            }
            String place = line.group(2) + " " + line.start();
            indented.put(place, indentFurtherLines(value, line.group(1)));
            String indentation = value.startsWith("\n") ? "" : line.group(1);
            return Matcher.quoteReplacement(indentation + "<%" + place + "%>\n");
        });
        return new StringSubstitutor(indented, "<%", "%>", '\0')
                .setEnableUndefinedVariableException(true)
                .setDisableSubstitutionInValues(true)
                .setValueDelimiter("")
                .replace(shape);
    }

    private static String indentFurtherLines(String value, String indentation) {
        return value.replaceAll("\\n(?!\\n|\\z)", "\n" + Matcher.quoteReplacement(indentation));
    }

    @Override
    public String toString() {
        return name;
    }
}
