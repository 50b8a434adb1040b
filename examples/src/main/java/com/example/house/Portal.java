package com.example.house;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.ChangeSet;
import dev.headwater.change.FileChange;
import dev.headwater.emit.Repository;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A portal whose repositories lie behind a Git host's API. It opens pull requests, and needs no checkout. */
public final class Portal {

    /** What the portal has of its Git host. Files that git ignores are not in a commit, so nobody gets to see them. */
    public interface GitHost {

        /** The paths of all files of the main branch, with {@code /}. */
        List<String> paths(String repository);

        Optional<byte[]> file(String repository, String path);

        void openPullRequest(String repository, List<FileChange> files, String description);
    }

    /** A repository is a name and two questions. */
    private record HostedRepository(String name, GitHost host) implements Repository {

        @Override
        public Optional<byte[]> read(String path) {
            return host.file(name, path);
        }

        @Override
        public List<String> list(String directory) {
            String prefix = directory.isEmpty() ? "" : directory + "/";
            TreeSet<String> entries = new TreeSet<>();
            for (String path : host.paths(name)) {
                if (path.startsWith(prefix)) {
                    String rest = path.substring(prefix.length());
                    entries.add(rest.contains("/") ? rest.substring(0, rest.indexOf('/') + 1) : rest);
                }
            }
            return List.copyOf(entries);
        }
    }

    private final GitHost host;
    private final Workspace workspace;

    public Portal(GitHost host) {
        this.host = host;
        this.workspace = Workspace.of().repository(new HostedRepository("nightly-copy", host), new CopyEmitter());
    }

    /** What the form shows: problems and conflicts, as long as there are any; then pull requests are opened. */
    public List<String> submit(DataSourcePlan.Builder form) {
        List<Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            return problems.stream()
                    .map(problem -> problem.path() + ": " + problem.message() + " " + problem.hint())
                    .toList();
        }
        Preview preview = workspace.onboard(form.build());
        if (!preview.conflicts().isEmpty()) {
            return preview.conflicts().stream().map(Object::toString).toList();
        }
        for (ChangeSet changes : preview.changes()) {
            if (!changes.isEmpty()) {
                host.openPullRequest(
                        changes.repository(), changes.files(), preview.runbook().toMarkdown());
            }
        }
        return List.of();
    }
}
