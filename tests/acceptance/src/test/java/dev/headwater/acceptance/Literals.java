package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headwater.examples.Command;
import dev.headwater.examples.PythonEnvironment;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An encoder's literals of hostile texts, in batches for one process each. What the encoder is said to refuse is not
 * among them, but has to be refused.
 *
 * @param encoder gives a literal
 * @param refused what it takes for no text of its target
 * @param meaning what its reader has to read
 */
record Literals(UnaryOperator<String> encoder, Predicate<String> refused, UnaryOperator<String> meaning) {

    /** How many texts go through each encoder: 10,000, or {@code -Dheadwater.texts}. */
    static final int COUNT = Integer.getInteger("headwater.texts", 10_000);

    private static final int BATCH = 10_000;
    private static final HexFormat HEX = HexFormat.of();

    static Literals of(UnaryOperator<String> encoder) {
        return new Literals(encoder, text -> !HostileTexts.isWellFormed(text), text -> text);
    }

    Literals refusing(Predicate<String> more) {
        return new Literals(encoder, refused.or(more), meaning);
    }

    Literals meaning(UnaryOperator<String> changed) {
        return new Literals(encoder, refused, changed);
    }

    /** What is done with a batch of pairs: a text's meaning, and its literal. */
    @FunctionalInterface
    interface Judge {

        void judge(List<Map.Entry<String, String>> pairs) throws IOException;
    }

    void each(int count, Judge judge) throws IOException {
        Iterator<String> texts = HostileTexts.all().iterator();
        for (int left = count; left > 0; left -= BATCH) {
            List<Map.Entry<String, String>> pairs = new ArrayList<>();
            while (pairs.size() < Math.min(left, BATCH)) {
                String text = texts.next();
                if (refused.test(text)) {
                    assertThatIllegalArgumentException().isThrownBy(() -> encoder.apply(text));
                } else {
                    pairs.add(Map.entry(meaning.apply(text), encoder.apply(text)));
                }
            }
            judge.judge(pairs);
        }
    }

    /** Has a reader of {@code judge_literals.py} read them back; it prints what it reads otherwise. */
    void readBackBy(String reader, String environment, int count, Path folder) throws IOException {
        each(
                count,
                pairs -> assertThat(disagreements(reader, environment, pairs, folder))
                        .isEmpty());
    }

    static String disagreements(String reader, String environment, List<Map.Entry<String, String>> pairs, Path folder)
            throws IOException {
        Path file = folder.resolve("literals.txt");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Map.Entry<String, String> pair : pairs) {
                out.write(hex(pair.getKey()) + " " + hex(pair.getValue()) + "\n");
            }
        }
        return Command.in(
                        folder,
                        PythonEnvironment.of(environment).program("python"),
                        script(folder),
                        reader,
                        file.toString())
                .with(Map.of("PYTHONUTF8", "1", "DO_NOT_TRACK", "1"))
                .run()
                .orFail()
                .output();
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder(text.length() * 4);
        text.chars().forEach(c -> hex.append(HEX.toHexDigits((char) c)));
        return hex.toString();
    }

    private static String script(Path folder) {
        try (InputStream in = Literals.class.getResourceAsStream("/python/judge_literals.py")) {
            byte[] script = Objects.requireNonNull(in).readAllBytes();
            return Files.write(folder.resolve("judge_literals.py"), script).toString();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
