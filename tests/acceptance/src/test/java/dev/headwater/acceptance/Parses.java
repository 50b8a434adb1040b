package dev.headwater.acceptance;

import dev.headwater.document.HclFile;
import dev.headwater.document.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/** The texts that are parsed while it listens, each as often as it is parsed. Not thread-safe. */
public final class Parses {

    private static final List<String> TEXTS = new ArrayList<>();

    private Parses() {}

    /** Written into the parsers of documents. */
    static final class Noted {

        private Noted() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) String text) {
            note(text);
        }
    }

    /**
     * Takes a text down.
     *
     * @param text the text
     */
    public static void note(String text) {
        TEXTS.add(text);
    }

    static List<String> during(Runnable work) {
        TEXTS.clear();
        work.run();
        return List.copyOf(TEXTS);
    }

    static void listen() {
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .type(ElementMatchers.is(YamlDocument.class).or(ElementMatchers.is(HclFile.class)))
                .transform((builder, type, loader, module, domain) -> builder.visit(Advice.to(Noted.class)
                        .on(ElementMatchers.named("parse").and(ElementMatchers.takesArguments(String.class)))))
                .installOn(ByteBuddyAgent.install());
    }
}
