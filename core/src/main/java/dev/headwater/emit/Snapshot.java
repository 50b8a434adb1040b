package dev.headwater.emit;

import dev.headwater.document.DocumentException;
import dev.headwater.document.HclFile;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.YamlDocument;
import dev.headwater.document.YamlNode;
import dev.headwater.problem.Diagnostic;
import dev.headwater.problem.RepositoryException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A repository in which each file is read once and parsed once, so that all of an onboarding sees one state. Not
 * thread-safe.
 */
public final class Snapshot {

    private final Repository repository;
    private final Map<String, Once<Optional<byte[]>>> files = new HashMap<>();
    private final Map<String, Once<List<String>>> lists = new HashMap<>();
    private final Map<String, Once<Optional<YamlDocument>>> yaml = new HashMap<>();
    private final Map<String, Once<Optional<HclFile>>> hcl = new HashMap<>();
    private final Map<String, TerraformDirectory> terraform = new HashMap<>();
    private final Documents documents;

    /** @param repository the repository, which may change meanwhile */
    public Snapshot(Repository repository) {
        this(repository, new Documents());
    }

    /**
     * A snapshot that does not parse again what is known and still the same.
     *
     * @param repository the repository, which may change meanwhile
     * @param documents what is known of its files
     */
    public Snapshot(Repository repository, Documents documents) {
        this.repository = repository.unchanging();
        this.documents = documents;
    }

    /**
     * The structure of a repository's files, kept from one snapshot to the next, so that a file whose text is still the
     * same is not parsed again. Thread-safe.
     */
    public static final class Documents {

        private final Map<String, YamlDocument> yaml = new ConcurrentHashMap<>();
        private final Map<String, HclFile> hcl = new ConcurrentHashMap<>();

        /** Of no file yet. */
        public Documents() {}

        private YamlDocument yaml(String path, String text) {
            YamlDocument known = yaml.get(path);
            YamlDocument document = known != null && known.text().equals(text) ? known : YamlDocument.parse(text);
            yaml.put(path, document);
            return document;
        }

        private HclFile hcl(String path, String text) {
            HclFile known = hcl.get(path);
            HclFile file = known != null && known.text().equals(text) ? known : HclFile.parse(text);
            hcl.put(path, file);
            return file;
        }

        @Override
        public String toString() {
            return new TreeSet<>(yaml.keySet()) + " " + new TreeSet<>(hcl.keySet());
        }
    }

    /** What came of one look: a value, or always the same failure. */
    private interface Once<T> {

        T value();

        static <T> Once<T> of(Supplier<T> look) {
            try {
                T value = look.get();
                return () -> value;
            } catch (RepositoryException | DocumentException failure) {
                return () -> {
                    throw failure;
                };
            }
        }
    }

    /** {@return the repository, of which everything but files and lists may be asked} */
    public Repository repository() {
        return repository;
    }

    /**
     * Reads a file.
     *
     * @param path path of the file
     * @return its bytes, which are not to be changed, or nothing when there is no such file
     * @throws RepositoryException when it cannot be read
     */
    public Optional<byte[]> read(String path) {
        return once(files, path, () -> repository.read(path));
    }

    /**
     * Lists what is directly in a directory.
     *
     * @param directory path of the directory
     * @return its entries
     * @throws RepositoryException when it cannot be listed
     */
    public List<String> list(String directory) {
        return once(lists, directory, () -> repository.list(directory));
    }

    private static <T> T once(Map<String, Once<T>> known, String path, Supplier<T> look) {
        Once<T> found = known.get(path);
        if (found == null) {
            found = Once.of(look);
            known.put(path, found);
        }
        return found.value();
    }

    /**
     * The text of a file.
     *
     * @param path path of the file
     * @param format what the file is, for the code of a fault, such as {@code yaml}
     * @return the text, or nothing when there is no such file
     * @throws DocumentException when the file is not UTF-8, or cannot be read
     */
    public Optional<String> text(String path, String format) {
        try {
            return read(path).map(bytes -> decoded(bytes, format));
        } catch (RepositoryException failure) {
            throw new DocumentException(
                    "repository.unreadable", 0, String.valueOf(failure.getMessage()), "Then make a new preview.");
        }
    }

    /** A byte order mark stays, as the first character, so that nothing is lost on the way back. */
    private static String decoded(byte[] bytes, String format) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new DocumentException(format + ".encoding", 0, "The file is not UTF-8.", "Save it as UTF-8.");
        }
    }

    /**
     * A file that is YAML.
     *
     * @param path path of the file
     * @return the document, or nothing when there is no such file
     * @throws DocumentException when it is not, or cannot be read
     */
    public Optional<YamlDocument> yaml(String path) {
        return once(yaml, path, () -> text(path, "yaml").map(text -> documents.yaml(path, text)));
    }

    /**
     * A file in Terraform's language.
     *
     * @param path path of the file
     * @return its structure, or nothing when there is no such file
     * @throws DocumentException when it is not, or cannot be read
     */
    public Optional<HclFile> hcl(String path) {
        return once(hcl, path, () -> text(path, "hcl").map(text -> documents.hcl(path, text)));
    }

    /**
     * What Terraform takes from a directory.
     *
     * @param directory path of the directory
     * @return its configuration files, whether or not they can be read
     */
    public TerraformDirectory terraform(String directory) {
        TerraformDirectory known = terraform.get(directory);
        if (known == null) {
            known = new TerraformFiles(directory).read();
            terraform.put(directory, known);
        }
        return known;
    }

    @Override
    public String toString() {
        return repository.name();
    }

    /** Reads one directory. */
    private final class TerraformFiles {

        private final String directory;
        private final Map<String, HclFile> files = new TreeMap<>();
        private final Map<String, HclFile> overrides = new TreeMap<>();
        private final Map<String, YamlNode> json = new TreeMap<>();
        private final Map<String, Diagnostic> unreadable = new TreeMap<>();

        TerraformFiles(String directory) {
            this.directory = directory;
        }

        TerraformDirectory read() {
            List<String> entries = entries();
            entries.stream()
                    .filter(TerraformDirectory::isConfiguration)
                    .map(name -> directory.isEmpty() ? name : directory + "/" + name)
                    .forEach(this::read);
            List<String> directories = entries.stream()
                    .filter(entry -> entry.endsWith("/"))
                    .map(entry -> entry.substring(0, entry.length() - 1))
                    .toList();
            return new TerraformDirectory(directory, files, overrides, json, unreadable, directories);
        }

        private List<String> entries() {
            try {
                return list(directory);
            } catch (RepositoryException failure) {
                unreadable.put(
                        directory,
                        new Diagnostic(
                                "repository.unreadable",
                                0,
                                String.valueOf(failure.getMessage()),
                                "Then make a new preview."));
                return List.of();
            }
        }

        private void read(String path) {
            try {
                if (path.endsWith(".json")) {
                    readJson(path);
                } else {
                    hcl(path)
                            .ifPresent(
                                    file -> (TerraformDirectory.isOverride(path) ? overrides : files).put(path, file));
                }
            } catch (DocumentException fault) {
                unreadable.put(path, fault.diagnostic());
            }
        }

        /** JSON is YAML, but for tabs, which can stand between its tokens only. */
        private void readJson(String path) {
            Optional<String> text = text(path, "hcl");
            try {
                text.flatMap(json -> YamlDocument.parse(json.replace('\t', ' ')).root())
                        .ifPresent(root -> json.put(path, root));
            } catch (DocumentException fault) {
                Diagnostic yaml = fault.diagnostic();
                String problem = yaml.message().replaceFirst("^This is not YAML", "This is not JSON");
                unreadable.put(path, new Diagnostic("hcl.json", yaml.line(), problem, yaml.hint()));
            }
        }
    }
}
