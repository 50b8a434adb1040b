package com.example.house;

import dev.headwater.plan.MethodChoice;
import dev.headwater.plan.MethodChoice.Configurer;
import dev.headwater.plan.MethodChoice.Kind;
import dev.headwater.plan.MethodChoice.Reason;
import dev.headwater.plan.MethodChoice.Verdict;
import java.time.Duration;
import java.util.stream.Collectors;

/** What a form says as soon as somebody has described a source, before there is a plan. */
public final class WhichMethod {

    private WhichMethod() {}

    /** A SaaS tool of which marketing wants a dozen things, each day. */
    public static MethodChoice hubspot() {
        return MethodChoice.of(known -> known.kind(Kind.API)
                .streams(12)
                .configuredBy(Configurer.NON_ENGINEERS)
                .freshWithin(Duration.ofHours(24)));
    }

    /** One sentence. */
    public static String advice(MethodChoice choice) {
        return choice.recommended()
                .map(best -> "Take " + best.method().displayName() + ": " + reasons(best))
                .orElse("The table does not tell.");
    }

    private static String reasons(Verdict verdict) {
        return verdict.inFavour().stream().map(Reason::sentence).collect(Collectors.joining(", ", "", "."));
    }
}
