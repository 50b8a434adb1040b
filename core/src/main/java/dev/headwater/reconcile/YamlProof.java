package dev.headwater.reconcile;

import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What the parser must find in the result: the old events, with exactly the wanted ones added. */
final class YamlProof {

    private final List<String> before;
    private final TreeMap<Integer, List<String>> insertedBefore = new TreeMap<>();
    private final boolean[] dropped;

    YamlProof(YamlDocument document) {
        this.before = document.events();
        this.dropped = new boolean[before.size()];
    }

    void insertedBefore(int event, List<YamlItemText> items) {
        insertedBefore.computeIfAbsent(event, key -> new ArrayList<>()).addAll(events(items));
    }

    void insertedUnder(int event, String key, List<YamlItemText> items) {
        List<String> list = insertedBefore.computeIfAbsent(event, index -> new ArrayList<>());
        list.addAll(YamlDocument.parse(key + ":\n  - x\n").events().subList(1, 3));
        list.addAll(events(items));
        list.add("SequenceEnd");
    }

    void replaced(int first, int last, List<YamlItemText> items) {
        for (int i = first; i <= last; i++) {
            dropped[i] = true;
        }
        List<String> list = insertedBefore.computeIfAbsent(first, index -> new ArrayList<>());
        list.addAll(YamlDocument.parse("- x\n").events().subList(0, 1));
        list.addAll(events(items));
        list.add("SequenceEnd");
    }

    private static List<String> events(List<YamlItemText> items) {
        List<String> events = new ArrayList<>();
        items.forEach(
                item -> events.addAll(YamlDocument.parse(item.atColumnZero()).events()));
        return events;
    }

    boolean holds(String result) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            expected.addAll(insertedBefore.getOrDefault(i, List.of()));
            if (!dropped[i]) {
                expected.add(before.get(i));
            }
        }
        try {
            return YamlDocument.parse(result).events().equals(expected);
        } catch (UnreadableTextException unreadable) {
            return false;
        }
    }
}
