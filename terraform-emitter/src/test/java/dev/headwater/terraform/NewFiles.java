package dev.headwater.terraform;

import dev.headwater.testkit.Emitted;
import java.util.Map;
import java.util.TreeMap;

/** New files with what was emitted in them. */
final class NewFiles {

    private NewFiles() {}

    static Map<String, String> of(Emitted emitted) {
        Map<String, String> files = new TreeMap<>();
        emitted.fragments()
                .forEach(fragment ->
                        files.merge(fragment.home(), fragment.text(), (before, text) -> before + "\n" + text));
        return files;
    }
}
