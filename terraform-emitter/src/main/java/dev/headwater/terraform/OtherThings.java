package dev.headwater.terraform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Things of one kind that other people's blocks make, by their names. */
final class OtherThings {

    /** Whether a thing is where the plan's would be. */
    enum Place {
        HERE,
        ELSEWHERE,
        UNKNOWN
    }

    private final Map<String, Placed> here = new HashMap<>();
    private final Map<String, Placed> perhaps = new HashMap<>();
    private final Set<Placed> unknown = new LinkedHashSet<>();

    void add(String name, Placed block, Place place) {
        if (place == Place.HERE) {
            here.putIfAbsent(name, block);
        } else if (place == Place.UNKNOWN) {
            perhaps.putIfAbsent(name, block);
        }
    }

    /** A block that makes several things, of which only Terraform knows the names. */
    void addUnknown(Placed block, Place place) {
        if (place != Place.ELSEWHERE) {
            unknown.add(block);
        }
    }

    /** The block that makes a thing. */
    Optional<Placed> block(String name) {
        return Optional.ofNullable(here.get(name));
    }

    /** The block that makes a thing of that name, which may be the same. */
    Optional<Placed> namesake(String name) {
        return Optional.ofNullable(perhaps.get(name));
    }

    /** Blocks that may make anything. */
    List<Placed> unknown() {
        return new ArrayList<>(unknown);
    }
}
