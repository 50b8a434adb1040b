package dev.headwater.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConflictTest {

    @Test
    void readsAsOneLine() {
        assertThat(conflict("terraform", "main.tf", 12, "hcl.changed"))
                .hasToString("terraform/main.tf:12: Somebody changed it. Look at it. [hcl.changed]");
    }

    @Test
    void namesNoLineWhenItIsAboutTheWholeFile() {
        assertThat(conflict("terraform", "main.tf", 0, "apply.changed"))
                .hasToString("terraform/main.tf: Somebody changed it. Look at it. [apply.changed]");
    }

    @Test
    void sortsByRepositoryFileLineAndCode() {
        List<Conflict> sorted = List.of(
                conflict("a", "x", 2, "c"),
                conflict("a", "x", 10, "a"),
                conflict("a", "x", 10, "b"),
                conflict("a", "y", 1, "a"),
                conflict("b", "a", 0, "a"));

        assertThat(sorted).isSorted();
    }

    @Test
    void anExceptionListsConflictsOneALine() {
        Conflict first = conflict("terraform", "a.tf", 1, "x");
        Conflict second = conflict("terraform", "b.tf", 1, "x");
        ConflictException exception = new ConflictException(List.of(second, first));

        assertThat(exception.conflicts()).containsExactly(first, second);
        assertThat(exception).hasMessage(first + "\n" + second);
    }

    private static Conflict conflict(String repository, String file, int line, String code) {
        return new Conflict(code, repository, file, line, "Somebody changed it.", "Look at it.", Optional.empty());
    }
}
