package dev.headwater.acceptance;

import dev.headwater.method.Airbyte;
import dev.headwater.method.RestApi;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.IngestionMethod;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Method by tool: which real tool has judged the output of which method in this run. */
final class Matrix {

    private static final Map<String, Set<Judge>> PROOFS = new ConcurrentHashMap<>();

    private Matrix() {}

    /** To be called where tools have just run on what a scenario emits, and found nothing. */
    static void proved(Scenario scenario, Judge... judges) {
        scenario.plan().sources().forEach(source -> proved(source.method(), judges));
    }

    /** The same for one source's part of it. */
    static void proved(IngestionMethod<?> method, Judge... judges) {
        PROOFS.computeIfAbsent(name(method), name -> Collections.synchronizedSet(EnumSet.noneOf(Judge.class)))
                .addAll(Arrays.asList(judges));
    }

    static boolean isProved(String method, Judge judge) {
        return PROOFS.getOrDefault(method, Set.of()).contains(judge);
    }

    /** The methods of all scenarios. */
    static List<String> methods() {
        return Arrays.stream(Scenario.values())
                .flatMap(scenario -> scenario.plan().sources().stream())
                .map(source -> name(source.method()))
                .distinct()
                .toList();
    }

    private static String name(IngestionMethod<?> method) {
        if (method instanceof Airbyte airbyte) {
            return "Airbyte by " + airbyte.managedBy().name().toLowerCase(Locale.ROOT);
        }
        if (method instanceof Snowpipe<?> snowpipe && snowpipe.uploader().isPresent()) {
            return "Snowpipe, uploaded";
        }
        return method instanceof RestApi ? "dlt" : method.getClass().getSimpleName();
    }
}
