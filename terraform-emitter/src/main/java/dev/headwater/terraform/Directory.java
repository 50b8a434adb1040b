package dev.headwater.terraform;

import dev.headwater.emit.Repository;
import dev.headwater.problem.RepositoryException;
import dev.headwater.read.HclFile;
import dev.headwater.read.ModuleInterface;
import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Terraform takes from one directory, read once. */
final class Directory {

    private final String path;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Placed> blocks = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> directories = new ArrayList<>();
    private @Nullable ModuleInterface declared;

    Directory(Repository repository, String path) {
        this.path = path;
        for (String name : repository.list(path)) {
            if (name.endsWith("/")) {
                directories.add(name.substring(0, name.length() - 1));
            } else if (isConfiguration(name)) {
                take(repository, name);
            }
        }
    }

    /** Terraform ignores files that begin with a dot; what editors leave behind ends otherwise. */
    private static boolean isConfiguration(String name) {
        return !name.startsWith(".") && (name.endsWith(".tf") || name.endsWith(".tf.json"));
    }

    private void take(Repository repository, String name) {
        String file = file(name);
        if (name.endsWith(".tf.json") || name.endsWith("_override.tf") || name.equals("override.tf")) {
            unread.add(file);
        } else {
            read(repository, file);
        }
    }

    private void read(Repository repository, String file) {
        try {
            // A link that leads out of the repository is not followed.
            repository.read(file).ifPresentOrElse(bytes -> read(file, bytes), () -> unread.add(file));
        } catch (RepositoryException closed) {
            faults.add(closed.getMessage());
        }
    }

    private void read(String file, byte[] bytes) {
        try {
            String text = SourceText.decode(bytes, "hcl");
            texts.put(file, text);
            HclFile.parse(text).blocks().forEach(block -> blocks.add(new Placed(file, block)));
        } catch (UnreadableTextException fault) {
            faults.add(file + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.getMessage());
        }
    }

    String path() {
        return path;
    }

    String file(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    /** Text of each file that is UTF-8, by path. */
    Map<String, String> texts() {
        return texts;
    }

    /** What it takes and gives as a module, read when it is first asked for. */
    ModuleInterface declared() {
        if (declared == null) {
            declared = ModuleInterface.of(texts);
        }
        return declared;
    }

    List<Placed> blocks() {
        return blocks;
    }

    /** JSON and override files, which Headwater does not read. */
    List<String> unread() {
        return unread;
    }

    /** The first file that Terraform would refuse, with its line and what is wrong. */
    Optional<String> fault() {
        return faults.stream().findFirst();
    }

    /** Names of the directories in it. */
    List<String> directories() {
        return directories;
    }

    boolean hasConfiguration() {
        return !texts.isEmpty() || !unread.isEmpty() || !faults.isEmpty();
    }
}
