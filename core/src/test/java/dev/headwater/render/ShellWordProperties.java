package dev.headwater.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

class ShellWordProperties {

    @Property(tries = 3)
    @AddLifecycleHook(SkipWithoutBash.class)
    void bashReadsEveryTextBack(@ForAll("manyTexts") List<String> texts) throws IOException, InterruptedException {
        String words = texts.stream().map(ShellWord::encode).collect(Collectors.joining(" "));

        String printed = Program.BASH.run("printf '%s\\0' " + words + "\n");

        assertThat(List.of(printed.split("\0", -1)).subList(0, texts.size())).isEqualTo(texts);
    }

    @Property
    void differentTextsAreDifferentWords(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(ShellWord.encode(one).equals(ShellWord.encode(other))).isEqualTo(one.equals(other));
    }

    /** No argument of a program can hold NUL. */
    @Provide
    Arbitrary<String> texts() {
        return HostileTexts.any().map(text -> text.replace("\0", ""));
    }

    @Provide
    Arbitrary<List<String>> manyTexts() {
        return texts().list().ofSize(300);
    }

    static final class SkipWithoutBash implements SkipExecutionHook {

        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return Program.BASH.skipWhereMissing();
        }
    }
}
