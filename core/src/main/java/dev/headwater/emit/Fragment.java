package dev.headwater.emit;

import dev.headwater.document.HclFile;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.problem.Diagnostic;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be in a repository. The reconciler makes it so; nothing here says how. Immutable.
 *
 * <p>Text uses {@code \n}. A file's text is the whole file; a block's text is the block at column 0, with the comment
 * lines above it if there are any; a YAML item's text is a block mapping at column 0, without the dash, with two spaces
 * a step and lists indented below their key.
 *
 * <pre>{@code
 * Scope crm = Scope.loader("dlt").source("crm");
 * Fragment.file(crm, "flows/crm.py", "import dlt\n");
 * Fragment.hclBlock(crm, "infra/schemas.tf", "module \"crm\" {\n  source = \"./schema\"\n}\n");
 * Fragment.yamlItem(crm, Address.yaml("prefect.yaml").item("deployments", "name", "crm"), "name: crm\n")
 *         .startingWith("deployments:\n");
 * }</pre>
 */
public final class Fragment {

    private final Scope scope;
    private final Address address;
    private final String home;
    private final String head;
    private final Supplier<String> text;
    private final Keep keep;
    private final boolean holdsData;
    private final List<Obstacle> obstacles;

    private Fragment(
            Scope scope,
            Address address,
            String home,
            String head,
            Supplier<String> text,
            Keep keep,
            boolean holdsData,
            List<Obstacle> obstacles) {
        this.scope = Objects.requireNonNull(scope, "scope");
        this.address = address;
        this.home = home;
        this.head = head;
        this.text = text;
        this.keep = keep;
        this.holdsData = holdsData;
        this.obstacles = List.copyOf(obstacles);
    }

    /**
     * A whole file.
     *
     * @param scope whom it is there for
     * @param path path below the repository's root; see {@link Address.File} for those that are not written
     * @param text the file
     * @return the fragment
     * @throws IllegalArgumentException when lines of the text end with CR LF
     */
    public static Fragment file(Scope scope, String path, String text) {
        String checked = EmittedHcl.withLineFeeds(path, Objects.requireNonNull(text, "text"));
        return file(scope, path, () -> checked);
    }

    /**
     * A whole file whose text is made when it is first asked for: of an emitter that is asked only for its addresses,
     * nobody asks for texts.
     *
     * @param scope whom it is there for
     * @param path path below the repository's root
     * @param text makes the file, always the same
     * @return the fragment
     */
    public static Fragment file(Scope scope, String path, Supplier<String> text) {
        return of(scope, new Address.File(path), path, new MadeOnce(text, path));
    }

    /**
     * An item of a YAML file whose text is made when it is first asked for.
     *
     * @param scope whom it is there for
     * @param address the item
     * @param text makes the item, without its dash, always the same
     * @return the fragment
     */
    public static Fragment yamlItem(Scope scope, Address.YamlItem address, Supplier<String> text) {
        if (Objects.requireNonNull(address, "address").path().isEmpty()
                || address.path().stream().anyMatch(step -> step.match().isEmpty())) {
            throw new IllegalArgumentException("the fragment for " + address.file()
                    + " means no item of it: go on from Address.yaml(...) with item(...)");
        }
        return of(scope, address, address.file(), new MadeOnce(text, address.toString()));
    }

    private static Fragment of(Scope scope, Address address, String home, Supplier<String> text) {
        return new Fragment(scope, address, home, "", text, Keep.MANAGED, false, List.of());
    }

    private static Supplier<String> given(String text) {
        Objects.requireNonNull(text, "text");
        return () -> text;
    }

    /** A text that is made when it is first asked for. */
    private static final class MadeOnce implements Supplier<String> {

        private final Supplier<String> making;
        private final String of;
        private @Nullable String made;

        MadeOnce(Supplier<String> making, String of) {
            this.making = Objects.requireNonNull(making, "text");
            this.of = of;
        }

        @Override
        public String get() {
            String text = made;
            if (text == null) {
                text = Objects.requireNonNull(making.get(), () -> "the text made for " + of + " is null");
                made = EmittedHcl.withLineFeeds(of, text);
            }
            return text;
        }
    }

    /**
     * A top-level Terraform block. Its address is read from its text. Blocks that have no names of their own, such as
     * two {@code moved} blocks, or the {@code provider "aws"} of each alias, are one address, and cannot be told apart.
     *
     * @param scope whom it is there for
     * @param home path of the file where it goes when the directory has it nowhere
     * @param text exactly one block
     * @return the fragment
     * @throws IllegalArgumentException when the text is something else, or Terraform does not read a file of that name
     *     as configuration, or only to override others
     */
    public static Fragment hclBlock(Scope scope, String home, String text) {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(text, "text");
        String name = Objects.requireNonNull(home, "home").substring(home.lastIndexOf('/') + 1);
        if (!TerraformDirectory.isConfiguration(name) || !name.endsWith(".tf") || TerraformDirectory.isOverride(name)) {
            throw new IllegalArgumentException("a fragment for " + home
                    + " is not added to Terraform's configuration: name a file that ends with .tf and is no override");
        }
        HclFile file = EmittedHcl.file(home, text);
        if (file.blocks().size() != 1 || !file.attributes().isEmpty()) {
            throw new IllegalArgumentException("a fragment for " + home + " holds exactly one block, not\n" + text);
        }
        String directory = home.contains("/") ? home.substring(0, home.lastIndexOf('/')) : "";
        Address address = new Address.HclBlock(
                directory, file.blocks().get(0).type(), file.blocks().get(0).labels());
        return of(scope, address, home, () -> text);
    }

    /**
     * An element of a list, or a nested block, in a Terraform block that somebody else owns. A nested block with a
     * heredoc in it, and an element that is one or comes behind one, is always a conflict.
     *
     * @param scope whom it is there for
     * @param address the part
     * @param text the element, without comments around it, or the nested block; the one that the address names
     * @return the fragment
     * @throws IllegalArgumentException when the text is something else
     */
    public static Fragment hclElement(Scope scope, Address.HclElement address, String text) {
        Objects.requireNonNull(scope, "scope");
        if (Objects.requireNonNull(address, "address").path().isEmpty()) {
            throw new IllegalArgumentException("the fragment for " + address.block()
                    + " means no part of it: go on from inside() with nested(...) or element(...)");
        }
        String part = EmittedHcl.part(address, Objects.requireNonNull(text, "text"));
        return of(scope, address, address.block().directory(), () -> part);
    }

    /**
     * An item of a YAML file. When the file is not there, it starts with the key of the item's list, unless
     * {@link #startingWith} says otherwise.
     *
     * @param scope whom it is there for
     * @param address the item
     * @param text the item, without its dash
     * @return the fragment
     */
    public static Fragment yamlItem(Scope scope, Address.YamlItem address, String text) {
        return yamlItem(scope, address, given(text));
    }

    /**
     * The same, with what a new file of its kind starts with.
     *
     * @param start text for the top of the file, when the file is not there yet
     * @return the changed fragment
     * @throws IllegalArgumentException when the fragment is a Terraform block and the start is not Terraform
     */
    public Fragment startingWith(String start) {
        Objects.requireNonNull(start, "start");
        if (address instanceof Address.HclBlock) {
            EmittedHcl.file(home, start);
        }
        return new Fragment(scope, address, home, start, text, keep, holdsData, obstacles);
    }

    /**
     * The same, but whatever is there in some form is left as it is.
     *
     * @return the changed fragment
     */
    public Fragment once() {
        return new Fragment(scope, address, home, head, text, Keep.ONCE, holdsData, obstacles);
    }

    /**
     * The same, marked as something whose removal destroys data.
     *
     * @return the changed fragment
     */
    public Fragment holdingData() {
        return new Fragment(scope, address, home, head, text, keep, true, obstacles);
    }

    /**
     * The same, which cannot be written for certain because of what other people have: then it is a conflict, which
     * names the place and gives the text to paste. Where it is there already, only what stands in the way
     * {@linkplain Obstacle#evenWhenThere even then} is a conflict: of a Terraform block as long as it says no more and
     * no less than the text, which then has to be corrected (a block that says something else is left as it is); of a
     * part of such a block always, in place of what that says otherwise; of an item of a YAML file always, and the item
     * is compared besides.
     *
     * @param others what stands in the way; with none the fragment stays as it is
     * @return the changed fragment
     * @throws IllegalArgumentException when the fragment is a whole file
     */
    public Fragment obstructedBy(List<Obstacle> others) {
        Objects.requireNonNull(others, "others");
        if (!others.isEmpty() && address instanceof Address.File) {
            throw new IllegalArgumentException(address
                    + " is neither a Terraform block nor an item of a YAML file, nor a part of one, and only those can be"
                    + " obstructed");
        }
        List<Obstacle> all =
                Stream.concat(obstacles.stream(), others.stream()).distinct().toList();
        return new Fragment(scope, address, home, head, text, keep, holdsData, all);
    }

    /** {@return what stands in the way of writing it} */
    public List<Obstacle> obstacles() {
        return obstacles;
    }

    /**
     * Whom it is there for.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /**
     * Which thing it is.
     *
     * @return the address
     */
    public Address address() {
        return address;
    }

    /**
     * The file where it goes when it is new.
     *
     * @return path below the repository's root; for a part of somebody else's block, the directory of that block
     */
    public String home() {
        return home;
    }

    /**
     * What a new file of its kind starts with.
     *
     * @return text for the top of the file; may be empty
     */
    public String head() {
        return head;
    }

    /**
     * What must be there.
     *
     * @return the text
     */
    public String text() {
        return text.get();
    }

    /**
     * Whether a different form of it is left alone.
     *
     * @return the rule
     */
    public Keep keep() {
        return keep;
    }

    /**
     * Whether its removal destroys data.
     *
     * @return true for databases and schemas
     */
    public boolean holdsData() {
        return holdsData;
    }

    /**
     * Equal but for whom it is there for: two sources, or two emitters, may need the same thing.
     *
     * @param other another fragment
     * @return true when both want the same text at the same address
     */
    public boolean saysTheSameAs(Fragment other) {
        return address.equals(other.address)
                && text().equals(other.text())
                && keep == other.keep
                && holdsData == other.holdsData
                && obstacles.equals(other.obstacles);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fragment that
                && scope.equals(that.scope)
                && home.equals(that.home)
                && head.equals(that.head)
                && saysTheSameAs(that);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scope, address);
    }

    @Override
    public String toString() {
        return address + " for " + scope;
    }

    /**
     * Something of other people's that stands in the way of a fragment.
     *
     * @param file path of the file below the repository's root
     * @param diagnostic what stands in the way, in which line, and how to clear it
     * @param evenWhenThere whether it stands in the way also where the fragment is there as its text says
     */
    public record Obstacle(String file, Diagnostic diagnostic, boolean evenWhenThere) {

        /**
         * @param file path of the file below the repository's root
         * @param diagnostic what stands in the way
         * @param evenWhenThere whether it stands in the way also where the fragment is there as its text says
         */
        public Obstacle {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(diagnostic, "diagnostic");
        }
    }

    /** What happens to a thing that is there in another form. */
    public enum Keep {
        /** It is left as it is. */
        ONCE,
        /** It has to be as the fragment says, apart from what people changed in it. */
        MANAGED
    }
}
