package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands everything on, and keeps what was written for whom, so that steps can say what they are about. */
final class Written implements Emission {

    private final Emission next;
    private final GivenUpAddresses givenUp;
    private final List<Fragment> fragments = new ArrayList<>();
    private final Set<Address> addresses = new HashSet<>();
    private final Map<Scope, List<Address>> byScope = new HashMap<>();

    Written(Emission next, GivenUpAddresses givenUp) {
        this.next = next;
        this.givenUp = givenUp;
    }

    @Override
    public Emission fragment(Fragment fragment) {
        fragments.add(fragment);
        addresses.add(fragment.address());
        byScope.computeIfAbsent(fragment.scope(), any -> new ArrayList<>()).add(fragment.address());
        next.fragment(
                fragment.address() instanceof Address.HclBlock block
                        ? fragment.obstructedBy(givenUp.obstacles(block))
                        : fragment);
        return this;
    }

    @Override
    public Emission require(Address address, String why) {
        next.require(address, why);
        return this;
    }

    @Override
    public Emission finding(Finding finding) {
        next.finding(finding);
        return this;
    }

    @Override
    public Emission step(Step step) {
        next.step(step);
        return this;
    }

    boolean writes(Address address) {
        return addresses.contains(address);
    }

    boolean holdsData() {
        return fragments.stream().anyMatch(Fragment::holdsData);
    }

    Address[] all() {
        return fragments.stream().map(Fragment::address).toArray(Address[]::new);
    }

    Address[] in(Scope scope) {
        return byScope.getOrDefault(scope, List.of()).toArray(new Address[0]);
    }

    Address[] in(String directory) {
        return fragments.stream()
                .map(Fragment::address)
                .filter(address -> address instanceof Address.HclBlock block
                        && block.directory().equals(directory))
                .toArray(Address[]::new);
    }
}
