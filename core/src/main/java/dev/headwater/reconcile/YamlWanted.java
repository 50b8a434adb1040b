package dev.headwater.reconcile;

import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment.Keep;
import java.util.List;

/**
 * An item that must be in a YAML file.
 *
 * @param path the way down to it
 * @param text the item at column 0, without its dash
 * @param keep whether a different form of it is left alone
 */
record YamlWanted(List<Address.Segment> path, String text, Keep keep) {

    Address.Segment last() {
        return path.get(path.size() - 1);
    }

    Address.Match match() {
        return last().match().orElseThrow();
    }

    List<Address.Segment> parent() {
        return path.subList(0, path.size() - 1);
    }
}
