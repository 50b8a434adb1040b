package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Step;
import dev.headwater.plan.DataSourcePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that the emitter said. */
record Heard(List<Fragment> fragments, Map<Address, String> requirements, List<Finding> findings, List<Step> steps)
        implements Emission {

    static Heard of(DataSourcePlan plan, Repository repository) {
        Heard heard = new Heard(
                new ArrayList<>(),
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString())),
                new ArrayList<>(),
                new ArrayList<>());
        new TerraformEmitter().emit(plan, repository, heard);
        return heard;
    }

    @Override
    public Emission fragment(Fragment fragment) {
        fragments.add(fragment);
        return this;
    }

    @Override
    public Emission require(Address address, String why) {
        requirements.put(address, why);
        return this;
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

    /** New files with the fragments in them, by path. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        fragments.forEach(
                fragment -> files.merge(fragment.home(), fragment.text(), (before, text) -> before + "\n" + text));
        return files;
    }

    String text(String label) {
        return fragments.stream()
                .filter(fragment -> fragment.address().toString().endsWith("\"" + label + "\""))
                .map(Fragment::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing called " + label + " in " + fragments));
    }

    String finding(String code) {
        return findings.stream()
                .filter(finding -> finding.code().equals(code))
                .map(finding -> finding.level() + " " + shown(finding))
                .findFirst()
                .orElse("none");
    }

    /** All that was said under a code. */
    List<String> findings(String code) {
        return findings.stream()
                .filter(finding -> finding.code().equals(code))
                .map(finding -> finding.level() + " " + shown(finding))
                .distinct()
                .toList();
    }

    /** What stands in the way of a block. */
    List<String> obstacles(String label) {
        return fragments.stream()
                .filter(fragment -> fragment.address().toString().endsWith("\"" + label + "\""))
                .flatMap(fragment -> fragment.obstacles().stream())
                .map(obstacle ->
                        obstacle.file() + ":" + obstacle.line() + ": " + obstacle.message() + " " + obstacle.hint())
                .toList();
    }

    boolean writes(String label) {
        return fragments.stream()
                .anyMatch(fragment -> fragment.address().toString().endsWith("\"" + label + "\""));
    }

    List<String> codes() {
        return findings.stream().map(Finding::code).distinct().sorted().toList();
    }

    Step step(String id) {
        return steps.stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + id + " in " + steps));
    }

    /** What is said, with the setting that settles it when that is another one than mute. */
    private static String shown(Finding finding) {
        boolean named =
                finding.level() == Finding.Level.ACT && !finding.setting().contains(".mute(");
        return finding.message() + (named ? " [" + finding.setting() + "]" : "");
    }
}
