package dev.headwater.testkit;

import dev.headwater.Workspace;
import dev.headwater.change.ChangeSet;
import dev.headwater.change.Conflict;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Repository;
import dev.headwater.plan.DataSourcePlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The laws that an emitter keeps, whatever it writes.
 *
 * <ol>
 *   <li><b>Deterministic:</b> asked twice about the same plan and the same files, it says the same.
 *   <li><b>Its own things make no difference:</b> asked again once what it wanted has been written, it says the same.
 *       What it asks of a repository are other people's things.
 *   <li><b>Twice is once:</b> onboarding the plan again changes nothing, and nothing stands in the way.
 * </ol>
 *
 * <pre>{@code
 * EmitterLaws.requireKept(emitter, plan, Map.of("copies.yaml", "copies: []\n"));
 * }</pre>
 */
public final class EmitterLaws {

    private EmitterLaws() {}

    /**
     * Judges an emitter by one plan and one repository. The more styles of repository and kinds of plan it is asked
     * with, the more it shows.
     *
     * @param emitter the emitter
     * @param plan the plan
     * @param files text of each file of the repository, by path; the plan can be onboarded into it without a conflict
     * @throws AssertionError when a law is broken; it says which one, and which fragment, requirement, finding, step or
     *     file differs. Also when the plan meets a conflict, because then nothing is written and nothing is shown
     */
    public static void requireKept(Emitter emitter, DataSourcePlan plan, Map<String, String> files) {
        Emitted emitted = Emitted.by(emitter, plan, files);
        requireSame(
                emitted,
                Emitted.by(emitter, plan, files),
                emitter.name() + " is not deterministic: of the same plan and the same files it says something else.");
        Map<String, String> written = written(emitter, plan, files);
        requireSame(
                emitted,
                Emitted.by(emitter, plan, written),
                emitter.name() + " asks for its own things: once they are written it says something else.");
        requireEmpty(emitter, onboard(emitter, plan, written));
    }

    private static void requireSame(Emitted before, Emitted now, String broken) {
        if (!before.equals(now)) {
            throw new AssertionError(broken + Difference.between(before, now));
        }
    }

    private static Map<String, String> written(Emitter emitter, DataSourcePlan plan, Map<String, String> files) {
        ChangeSet changes = onboard(emitter, plan, files);
        if (!changes.conflicts().isEmpty()) {
            throw new AssertionError("The plan meets a conflict in these files, so " + emitter.name()
                    + " cannot be judged by them." + words(changes.conflicts()));
        }
        Map<String, String> written = new TreeMap<>(files);
        changes.files()
                .forEach(file -> file.after()
                        .ifPresentOrElse(text -> written.put(file.path(), text), () -> written.remove(file.path())));
        return written;
    }

    private static void requireEmpty(Emitter emitter, ChangeSet again) {
        if (!again.isEmpty()) {
            throw new AssertionError(emitter.name() + " is not done after one onboarding: a second one changes "
                    + "something, or something stands in its way." + words(again.conflicts()) + "\n" + again.diff());
        }
    }

    private static ChangeSet onboard(Emitter emitter, DataSourcePlan plan, Map<String, String> files) {
        Repository repository = Emitted.repository(files);
        return Workspace.of().repository(repository, emitter).onboard(plan).changes(repository.name());
    }

    private static String words(List<Conflict> conflicts) {
        return conflicts.stream().map(conflict -> "\n" + conflict).collect(Collectors.joining());
    }
}
