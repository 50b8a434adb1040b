package dev.headwater.acceptance;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.change.FileChange;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.problem.InvalidPlanException;
import dev.headwater.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Onboards the plan into one variant of an item of the corpus, and looks for harm. */
final class CorpusOnboarding {

    private static final Pattern EMPTY_LIST = Pattern.compile(
            "^(\uFEFF? *(?:- )?[\"']?(?:deployments|sources|tables|models)[\"']?:) (?:\\[ *]|null|~)(?=\\s|$)");

    private final CorpusItem item;
    private final CorpusVariant variant;
    private final Map<String, byte[]> files;

    CorpusOnboarding(CorpusItem item, CorpusVariant variant) {
        this.item = item;
        this.variant = variant;
        this.files = item.files(variant);
    }

    /** Whatever is thrown is what came of it, and no reason to leave out the rest of the corpus. */
    CorpusRow row() {
        try {
            DataSourcePlan plan = CorpusPlan.on(item.platform());
            return row(plan, onboard(plan));
        } catch (InvalidPlanException refused) {
            List<String> codes = refused.problems().stream().map(Problem::code).toList();
            return row("refused", codes, List.of(), "-", List.of());
        } catch (RuntimeException | StackOverflowError thrown) {
            return row("exception", List.of(thrown.getClass().getSimpleName()), List.of(), "-", List.of(thrown + ""));
        }
    }

    private ChangeSet onboard(DataSourcePlan plan) {
        return item.kind().workspace(files).onboard(plan).changes().get(0);
    }

    private CorpusRow row(DataSourcePlan plan, ChangeSet changes) {
        List<Conflict> conflicts = changes.conflicts();
        if (!conflicts.isEmpty()) {
            List<String> codes = conflicts.stream().map(Conflict::code).toList();
            List<String> lines =
                    conflicts.stream().map(Conflict::line).map(String::valueOf).toList();
            return row("conflict", codes, lines, "-", List.of());
        }
        List<String> harm = new ArrayList<>();
        for (FileChange change : changes.files()) {
            String before = change.before().orElse("");
            lostLine(before, change.after().orElse(""))
                    .ifPresent(line -> harm.add(change.path() + " loses its line " + line));
            files.put(change.path(), change.after().orElse("").getBytes(StandardCharsets.UTF_8));
        }
        ChangeSet again = onboard(plan);
        if (!again.isEmpty()) {
            harm.add("a second run finds something to do: " + again.diff() + again.conflicts());
        }
        return row(changes.files().isEmpty() ? "unchanged" : "changed", List.of(), List.of(), hash(), harm);
    }

    private CorpusRow row(String outcome, List<String> codes, List<String> lines, String hash, List<String> harm) {
        String kind = item.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new CorpusRow(item.name(), kind, variant.shown(), outcome, codes, lines, hash, harm);
    }

    /**
     * The first line, from 1, that is not there afterwards, or not in its place. The empty value of a list makes room
     * for items, and an open last line is closed when more comes after it.
     */
    static Optional<Integer> lostLine(String before, String after) {
        List<String> lines = lines(before);
        List<String> now = lines(after);
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            while (next < now.size() && !isKept(lines.get(i), now.get(next))) {
                next++;
            }
            if (next++ == now.size()) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }

    private static boolean isKept(String line, String now) {
        return Stream.of(line, EMPTY_LIST.matcher(line).replaceFirst("$1"))
                .anyMatch(kept -> now.equals(kept)
                        || !kept.endsWith("\n") && (now.equals(kept + "\n") || now.equals(kept + "\r\n")));
    }

    /** Of what was there before; what is new says nothing of the corpus. */
    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String path : item.ownFiles()) {
                byte[] bytes = Objects.requireNonNull(files.get(path));
                digest.update((path + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
