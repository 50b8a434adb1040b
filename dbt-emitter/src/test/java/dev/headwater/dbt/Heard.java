package dev.headwater.dbt;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Step;
import dev.headwater.plan.DataSourcePlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down what the emitter says. */
final class Heard implements Emission {

    final List<Fragment> fragments = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();

    static Heard of(DataSourcePlan plan) {
        return of(plan, Map.of());
    }

    static Heard of(DataSourcePlan plan, Map<String, String> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Heard heard = new Heard();
        new DbtEmitter().emit(plan, Repository.inMemory("repository", bytes), heard);
        return heard;
    }

    String text(String address) {
        return fragments.stream()
                .filter(fragment -> fragment.address().toString().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError(address + " is not among " + fragments))
                .text();
    }

    /** The findings with a code, in one text. */
    String said(String code) {
        return String.join(
                "\n",
                findings.stream()
                        .filter(finding -> finding.code().equals(code))
                        .map(Heard::shown)
                        .toList());
    }

    List<String> addresses() {
        return fragments.stream().map(fragment -> fragment.address().toString()).toList();
    }

    List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    @Override
    public Emission fragment(Fragment fragment) {
        fragments.add(fragment);
        return this;
    }

    @Override
    public Emission require(Address address, String why) {
        throw new AssertionError("nothing is required, but " + address);
    }

    @Override
    public Emission finding(Finding finding) {
        findings.add(finding);
        return this;
    }

    @Override
    public Emission step(Step step) {
        steps.add(step);
        return this;
    }

    /** What is said, with the setting that settles it when that is another one than mute. */
    private static String shown(Finding finding) {
        boolean named =
                finding.level() == Finding.Level.ACT && !finding.setting().contains(".mute(");
        return finding.message() + (named ? " [" + finding.setting() + "]" : "");
    }
}
