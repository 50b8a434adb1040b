package dev.headwater.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FileChangeTest {

    @Test
    void knowsItsKind() {
        assertThat(change(null, "new").kind()).isEqualTo(FileChange.Kind.CREATE);
        assertThat(change("old", "new").kind()).isEqualTo(FileChange.Kind.EDIT);
        assertThat(change("old", null).kind()).isEqualTo(FileChange.Kind.DELETE);
    }

    @Test
    void refusesNeitherBeforeNorAfter() {
        assertThatThrownBy(() -> change(null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a.tf is the same before and after; that is no change.");
    }

    @Test
    void refusesTheSameBeforeAndAfter() {
        assertThatThrownBy(() -> change("same", "same")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        assertThatThrownBy(() -> change("old", "half \ud83d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a.tf has half of a surrogate pair, which UTF-8 cannot hold.");
    }

    private static FileChange change(@Nullable String before, @Nullable String after) {
        return new FileChange("a.tf", Optional.ofNullable(before), Optional.ofNullable(after));
    }
}
