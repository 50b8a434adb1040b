package dev.headwater.testkit;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Finding.Level;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Snapshot;
import dev.headwater.emit.Step;
import dev.headwater.plan.DataSourcePlan;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an emitter says of a plan and a repository, in the order in which it says it. Immutable; two are
 * equal when they say the same. Look-ups throw an {@link AssertionError} that names what there is instead.
 *
 * <pre>{@code
 * Emitted emitted = Emitted.by(emitter, plan, Map.of("copies.yaml", "copies: []\n"));
 * emitted.text("copies.yaml: copies[name=crm]"); // name: crm
 * emitted.said("copy.nightly"); // KNOW The job copies at 02:00 UTC.
 * }</pre>
 */
public final class Emitted {

    private final Emission emission;

    private Emitted(Emission emission) {
        this.emission = emission;
    }

    /**
     * What an emitter says of an empty repository.
     *
     * @param emitter the emitter
     * @param plan the plan
     * @return what it says
     */
    public static Emitted by(Emitter emitter, DataSourcePlan plan) {
        return by(emitter, plan, Map.of());
    }

    /**
     * What an emitter says of a repository of the name {@code repository} that holds some files.
     *
     * @param emitter the emitter
     * @param plan the plan
     * @param files text of each file, by path
     * @return what it says
     */
    public static Emitted by(Emitter emitter, DataSourcePlan plan, Map<String, String> files) {
        return by(emitter, plan, repository(files));
    }

    /**
     * What an emitter says of a repository.
     *
     * @param emitter the emitter
     * @param plan the plan
     * @param repository the repository
     * @return what it says
     */
    public static Emitted by(Emitter emitter, DataSourcePlan plan, Repository repository) {
        return new Emitted(Emission.of(emitter, plan, new Snapshot(repository)));
    }

    static Repository repository(Map<String, String> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Repository.inMemory("repository", bytes);
    }

    /** {@return what must be in the repository} */
    public List<Fragment> fragments() {
        return emission.fragments();
    }

    /** {@return what of other people's must be there already, and why; several reasons stand in one text} */
    public Map<Address, String> requirements() {
        Map<Address, String> requirements = new LinkedHashMap<>();
        emission.requirements()
                .forEach(it -> requirements.merge(it.address(), it.why(), (before, more) -> before + " " + more));
        return Collections.unmodifiableMap(requirements);
    }

    /** {@return what to know or act on; muted findings too, because it is the workspace that leaves them out} */
    public List<Finding> findings() {
        return emission.findings();
    }

    /** {@return what has to be done besides merging text} */
    public List<Step> steps() {
        return emission.steps();
    }

    /** {@return the address of each fragment, as it prints} */
    public List<String> addresses() {
        return fragments().stream()
                .map(fragment -> fragment.address().toString())
                .toList();
    }

    /**
     * The text of a fragment.
     *
     * @param address its address as it prints, such as {@code flows/crm.py}, {@code prefect.yaml:
     *     deployments[name=crm-daily]} or {@code infra: module "crm"}
     * @return the text
     */
    public String text(String address) {
        return fragments().stream()
                .filter(fragment -> fragment.address().toString().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing at " + address + " among " + addresses()))
                .text();
    }

    /** {@return the last label of each fragment that is a Terraform block, such as {@code database_dlt}} */
    public List<String> labels() {
        return blocks().map(Emitted::label).toList();
    }

    /**
     * The fragment that is a Terraform block.
     *
     * @param label the last of the block's labels
     * @return the first fragment of that label
     */
    public Fragment block(String label) {
        return blocks().filter(fragment -> label(fragment).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block is called " + label + " among " + addresses()));
    }

    /**
     * What stands in the way of writing a Terraform block.
     *
     * @param label the last of the block's labels
     * @return each obstacle as {@code file:line: message hint}
     */
    public List<String> obstacles(String label) {
        return block(label).obstacles().stream()
                .map(it -> it.file() + ":" + it.diagnostic().line() + ": "
                        + it.diagnostic().message() + " " + it.diagnostic().hint())
                .toList();
    }

    private Stream<Fragment> blocks() {
        return fragments().stream().filter(fragment -> !label(fragment).isEmpty());
    }

    private static String label(Fragment fragment) {
        return fragment.address() instanceof Address.HclBlock block
                        && !block.labels().isEmpty()
                ? block.labels().get(block.labels().size() - 1)
                : "";
    }

    /** {@return the codes of the findings, sorted, each once} */
    public List<String> codes() {
        return findings().stream().map(Finding::code).distinct().sorted().toList();
    }

    /**
     * What is said under a code.
     *
     * @param code code of findings
     * @return level and message of each finding of that code, such as {@code ACT Set the key.}, one a line and each
     *     once; in brackets the setting on which somebody has to decide, if there is another than to mute the finding;
     *     empty when there is no finding
     */
    public String said(String code) {
        return findings().stream()
                .filter(finding -> finding.code().equals(code))
                .map(Emitted::words)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String words(Finding finding) {
        boolean decided = finding.level() == Level.ACT && !finding.setting().contains(".mute(");
        return finding.level() + " " + finding.message() + (decided ? " [" + finding.setting() + "]" : "");
    }

    /**
     * A step.
     *
     * @param id the step's stable name
     * @return the first step of that name
     */
    public Step step(String id) {
        return steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + id + " among " + steps()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Emitted that && emission.equals(that.emission);
    }

    @Override
    public int hashCode() {
        return emission.hashCode();
    }

    @Override
    public String toString() {
        return addresses() + ", findings " + codes() + ", steps " + steps();
    }
}
