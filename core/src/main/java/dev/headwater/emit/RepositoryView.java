package dev.headwater.emit;

import dev.headwater.document.DocumentException;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.document.YamlDocument;
import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Entry;
import dev.headwater.document.edit.LeftOutItems;
import dev.headwater.problem.Diagnostic;
import dev.headwater.problem.RepositoryException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What other people have in an emitter's repository: its files and documents without what the emitter wants there
 * itself. A link that leads out of the repository is not there. Each document is read once, however many emitters ask
 * for it.
 *
 * <p>What is an emitter's own is known by its addresses, for which it is asked with an empty repository first. So they
 * may depend on the plan alone, never on the view. Left out is each as a whole: a file of {@link #text} and
 * {@link #list}, an item of {@link #yaml}, a top-level block of {@link #terraform}. Everything else is shown as it
 * stands, and is another before and after the emitter's own things are written: the text of a file that holds an item
 * or a block of its own, a part of its own in somebody else's Terraform block, {@link #blocks}, and the list or mapping
 * around its items, which is there, empty, where there was none. Such an answer is good for findings only.
 */
public final class RepositoryView {

    private final Snapshot snapshot;
    private final Set<Address> own;
    private final Map<String, LeftOutItems> ownItems = new HashMap<>();
    private final Map<String, YamlFile> yaml = new HashMap<>();
    private final Map<String, TerraformDirectory> terraform = new HashMap<>();
    private boolean asked;

    private RepositoryView(Snapshot snapshot, Set<Address> own) {
        this.snapshot = snapshot;
        this.own = own;
        for (Address address : own) {
            if (address instanceof Address.YamlItem item) {
                ownItems.computeIfAbsent(item.file(), any -> new LeftOutItems()).add(item.path());
            }
        }
    }

    /**
     * All of a repository, for those who are not an emitter.
     *
     * @param repository the repository
     * @return the view
     */
    public static RepositoryView of(Repository repository) {
        return new RepositoryView(new Snapshot(repository), Set.of());
    }

    static RepositoryView empty(String name) {
        return of(Repository.inMemory(name, Map.of()));
    }

    static RepositoryView without(Set<Address> own, Snapshot snapshot) {
        return new RepositoryView(snapshot, own);
    }

    boolean wasAsked() {
        return asked;
    }

    /**
     * The same with the emitter's own things, as they are by now. An emitter may say how people changed them; what must
     * be there may not depend on it.
     *
     * @return the whole repository
     */
    public RepositoryView withOwn() {
        asked = true;
        return new RepositoryView(snapshot, Set.of());
    }

    /** {@return the repository's name} */
    public String name() {
        return snapshot.repository().name();
    }

    /**
     * A file as text. One that holds an item or a block of the emitter's own is shown with it.
     *
     * @param path path of the file
     * @return its text, in which what is not UTF-8 is replaced; nothing when there is no such file
     */
    public Optional<String> text(String path) {
        asked = true;
        return own.contains(new Address.File(path))
                ? Optional.empty()
                : inside(() -> snapshot.read(path), Optional.<byte[]>empty())
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Lists what is directly in a directory.
     *
     * @param directory path of the directory
     * @return the names of its entries, directories with a trailing {@code /}; empty when there is no such directory
     */
    public List<String> list(String directory) {
        asked = true;
        return inside(() -> snapshot.list(directory), List.<String>of()).stream()
                .filter(entry -> !own.contains(new Address.File(directory.isEmpty() ? entry : directory + "/" + entry)))
                .toList();
    }

    /**
     * A YAML file without the emitter's own items; what is around them stays.
     *
     * @param path path of the file
     * @return the file, whether or not it is there and can be read
     */
    public YamlFile yaml(String path) {
        asked = true;
        return yaml.computeIfAbsent(path, any -> inside(() -> read(path), YamlFile.EMPTY));
    }

    private YamlFile read(String path) {
        try {
            snapshot.read(path);
            Optional<YamlDocument> document = snapshot.yaml(path);
            LeftOutItems items = ownItems.getOrDefault(path, new LeftOutItems());
            return new YamlFile(
                    document.flatMap(YamlDocument::root).map(items::from),
                    document.map(YamlDocument::repeated).orElse(List.of()),
                    Optional.empty());
        } catch (DocumentException fault) {
            return new YamlFile(Optional.empty(), List.of(), Optional.of(fault.diagnostic()));
        }
    }

    /**
     * What Terraform takes from a directory, without the emitter's own blocks. A part of its own in somebody else's
     * block is shown.
     *
     * @param directory path of the directory
     * @return its configuration files, whether or not they can be read
     */
    public TerraformDirectory terraform(String directory) {
        asked = true;
        return terraform.computeIfAbsent(directory, any -> {
            TerraformDirectory all = snapshot.terraform(directory);
            return own.isEmpty()
                    ? all
                    : all.keeping(
                            block -> !own.contains(new Address.HclBlock(directory, block.type(), block.labels())));
        });
    }

    /**
     * The blocks of a file in Terraform's language that is no configuration, such as its lock file, as it stands.
     *
     * @param path path of the file
     * @return the blocks; none when it is not there or cannot be read
     */
    public List<LocatedBlock> blocks(String path) {
        asked = true;
        try {
            return snapshot.hcl(path).stream()
                    .flatMap(file -> file.blocks().stream())
                    .map(block -> new LocatedBlock(path, block))
                    .toList();
        } catch (DocumentException unreadable) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return name();
    }

    private static <T> T inside(Supplier<T> look, T nothing) {
        try {
            return look.get();
        } catch (RepositoryException failure) {
            if (failure.getCause() instanceof SecurityException) {
                return nothing;
            }
            throw failure;
        }
    }

    /**
     * A YAML file as somebody looks at it who does not change it.
     *
     * @param root what stands in it; nothing when it is not there, is empty or cannot be read
     * @param repeated entries whose keys are written before in the same mapping
     * @param fault why it cannot be read
     */
    public record YamlFile(Optional<YamlNode> root, List<Entry> repeated, Optional<Diagnostic> fault) {

        /** A file that is not there, or says nothing. */
        public static final YamlFile EMPTY = new YamlFile(Optional.empty(), List.of(), Optional.empty());

        /**
         * The items of a list at the root.
         *
         * @param key the list's key
         * @return the items, none of them an alias
         */
        public Stream<YamlNode> items(String key) {
            return root.flatMap(node -> node.value(key)).stream().flatMap(list -> list.elements().stream());
        }
    }
}
