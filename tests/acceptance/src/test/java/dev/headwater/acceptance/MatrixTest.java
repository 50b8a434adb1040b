package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The last class of the suite prints what the others have proved; {@code matrix.tsv} has the reasons of empty cells.
 */
@Order(Integer.MAX_VALUE)
class MatrixTest {

    /** An empty cell of the matrix. */
    private record Cell(String method, Judge judge) {

        @Override
        public String toString() {
            return method + ", " + judge.title();
        }
    }

    @Test
    void noCellIsEmptyWithoutItsReason() throws IOException {
        Map<Cell, String> reasons = reasons();
        List<Cell> unexplained = new ArrayList<>();
        List<Cell> outdated = new ArrayList<>();
        StringBuilder printed = new StringBuilder("\nMethod x tool\n").append(row("", Matrix.methods()));
        StringBuilder notes = new StringBuilder();
        for (Judge judge : Judge.values()) {
            List<String> marks = new ArrayList<>();
            for (String method : Matrix.methods()) {
                Cell cell = new Cell(method, judge);
                boolean isProved = Matrix.isProved(method, judge);
                String reason = judge.isMissing() ? "it is not preinstalled here" : reasons.get(cell);
                marks.add(isProved ? judge.mark() : reason == null ? "" : "-");
                if (isProved && reasons.containsKey(cell)) {
                    outdated.add(cell);
                } else if (!isProved && reason == null) {
                    unexplained.add(cell);
                } else if (!isProved) {
                    notes.append("- " + cell + ": " + reason + "\n");
                }
            }
            printed.append(row(judge.title(), marks));
        }
        System.out.println(printed.append(notes));

        assumeTrue(isWhole(), "only the whole suite with all tools fills the matrix");
        assertThat(unexplained).as("cells without proof or reason").isEmpty();
        assertThat(outdated).as("cells with proof and reason").isEmpty();
    }

    private static boolean isWhole() {
        return "required".equals(System.getProperty("headwater.acceptance"))
                && System.getProperty("test", "").isBlank();
    }

    private static String row(String title, List<String> cells) {
        return "%-34s".formatted(title)
                + cells.stream()
                        .map("%-22s"::formatted)
                        .collect(Collectors.joining())
                        .stripTrailing()
                + "\n";
    }

    private static Map<Cell, String> reasons() throws IOException {
        try (InputStream in = MatrixTest.class.getResourceAsStream("/matrix.tsv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Map<Cell, String> reasons = new LinkedHashMap<>();
            for (String line : text.lines().skip(1).toList()) {
                String[] columns = line.split("\t");
                assertThat(columns).as(line).hasSize(3);
                assertThat(columns[0]).isIn(Matrix.methods());
                assertThat(reasons.put(new Cell(columns[0], Judge.valueOf(columns[1])), columns[2]))
                        .as(line)
                        .isNull();
            }
            return reasons;
        }
    }
}
