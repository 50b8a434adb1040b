package dev.headwater.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChangeSetTest {

    private static final FileChange A = new FileChange("a.tf", Optional.empty(), Optional.of("a\n"));
    private static final FileChange B = new FileChange("b.tf", Optional.empty(), Optional.of("b\n"));

    @Test
    void sortsFilesByPath() {
        assertThat(changes(B, A).files()).containsExactly(A, B);
    }

    @Test
    void keepsItsOwnList() {
        List<FileChange> files = new ArrayList<>(List.of(A));
        ChangeSet changes = new ChangeSet("terraform", files, List.of());
        files.add(B);

        assertThat(changes.files()).containsExactly(A);
    }

    @Test
    void refusesTwoChangesOfOneFile() {
        FileChange again = new FileChange("a.tf", Optional.of("x"), Optional.empty());

        assertThatThrownBy(() -> changes(A, again))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a.tf is changed twice; give one change a file.");
    }

    @Test
    void isEmptyWithoutChangeAndConflict() {
        Conflict conflict = new Conflict("c", "terraform", "a.tf", 0, "m.", "h.", Optional.empty());

        assertThat(changes().isEmpty()).isTrue();
        assertThat(changes(A).isEmpty()).isFalse();
        assertThat(new ChangeSet("terraform", List.of(), List.of(conflict)).isEmpty())
                .isFalse();
    }

    @Test
    void hasNoDiffWithoutChange() {
        assertThat(changes().diff()).isEmpty();
    }

    @Test
    void diffsAnEditWithThreeLinesAround() {
        FileChange edit = new FileChange(
                "a.tf", Optional.of("1\n2\n3\n4\n5\n6\n7\n8\n9\n"), Optional.of("1\n2\n3\n4\nfive\n6\n7\n8\n9\n"));

        assertThat(changes(edit).diff()).isEqualTo("""
                        diff --git a/a.tf b/a.tf
                        --- a/a.tf
                        +++ b/a.tf
                        @@ -2,7 +2,7 @@
                         2
                         3
                         4
                        -5
                        +five
                         6
                         7
                         8
                        """);
    }

    @Test
    void diffsANewFileWithoutFinalNewline() {
        FileChange create = new FileChange("a b.tf", Optional.empty(), Optional.of("1\n2"));

        assertThat(changes(create).diff()).isEqualTo("""
                        diff --git a/a b.tf b/a b.tf
                        new file mode 100644
                        --- /dev/null
                        +++ b/a b.tf\t
                        @@ -0,0 +1,2 @@
                        +1
                        +2
                        \\ No newline at end of file
                        """);
    }

    @Test
    void diffsFilesThatAreEmptyByTheirHash() {
        FileChange create = new FileChange("new", Optional.empty(), Optional.of(""));
        FileChange delete = new FileChange("old", Optional.of(""), Optional.empty());

        assertThat(changes(create, delete).diff()).isEqualTo("""
                        diff --git a/new b/new
                        new file mode 100644
                        index 0000000..e69de29
                        diff --git a/old b/old
                        deleted file mode 100644
                        index e69de29..0000000
                        """);
    }

    @Test
    void quotesNamesAsGitDoes() {
        FileChange create = new FileChange("é\"\\\n", Optional.empty(), Optional.of("x\n"));

        assertThat(changes(create).diff())
                .startsWith("diff --git \"a/\\303\\251\\\"\\\\\\012\" \"b/\\303\\251\\\"\\\\\\012\"\n");
    }

    private static ChangeSet changes(FileChange... files) {
        return new ChangeSet("terraform", List.of(files), List.of());
    }
}
