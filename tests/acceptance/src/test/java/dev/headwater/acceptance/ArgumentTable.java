package dev.headwater.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What providers that cannot be had here say of their blocks; {@code arguments.tsv} has a source a line. */
final class ArgumentTable {

    private static final int COLUMNS = 8;

    private final List<Argument> lines = new ArrayList<>();

    ArgumentTable() {
        List<String> rows = text().lines().toList();
        for (int i = 1; i < rows.size(); i++) {
            String[] cells = rows.get(i).split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalStateException("arguments.tsv:" + (i + 1) + " has " + cells.length + " columns");
            }
            List<String> allowed = cells[6].isEmpty() ? List.of() : Arrays.asList(cells[6].split("\\|"));
            String source = cells[0] + ", " + cells[7];
            lines.add(new Argument(i + 1, cells[1] + " " + cells[2], cells[3], cells[4], cells[5], allowed, source));
        }
    }

    private static String text() {
        try (InputStream in = ArgumentTable.class.getResourceAsStream("/terraform/arguments.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    List<Argument> lines() {
        return lines;
    }

    /** The lines about a block, such as {@code resource snowflake_pipe}. */
    List<Argument> about(String block) {
        return lines.stream().filter(line -> line.block().equals(block)).toList();
    }
}
