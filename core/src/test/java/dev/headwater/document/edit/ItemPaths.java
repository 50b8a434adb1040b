package dev.headwater.document.edit;

import dev.headwater.emit.Address;
import dev.headwater.emit.Address.YamlItem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths as tests write them. */
final class ItemPaths {

    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[]+)\\[([^=]+)=([^\\]]*)\\]");

    private ItemPaths() {}

    /** Such as {@code sources[name=a].tables[name=b]}. */
    static ItemPath parse(String text) {
        YamlItem item = Address.yaml("any.yml");
        Matcher step = STEP.matcher(text);
        int at = 0;
        while (step.find() && step.start() == at) {
            item = item.item(step.group(1), step.group(2), step.group(3));
            at = step.end();
        }
        if (at < text.length()) {
            throw new IllegalArgumentException(text + " is no path from character " + at + " on");
        }
        return new ItemPath(item.path());
    }
}
