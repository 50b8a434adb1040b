package dev.headwater.plan;

import dev.headwater.plan.MethodChoice.Configurer;
import dev.headwater.plan.MethodChoice.Criterion;
import dev.headwater.plan.MethodChoice.Kind;
import dev.headwater.plan.MethodChoice.Method;
import dev.headwater.plan.MethodChoice.Reason;
import dev.headwater.problem.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is known of a source, held against the phrases of the runbook's table. What cannot be says nothing. */
final class ChoiceReasons {

    /** "5+ sources". */
    private static final int COMPLEX = 5;

    /** "1-2 simple sources". */
    private static final int SIMPLE = 2;

    private static final Duration REAL_TIME = Duration.ofMinutes(1);

    /** A reason for the method of its criterion, if it is met, and against others. */
    private record Weighed(Reason reason, boolean met, Predicate<Method> against) {}

    private final List<Weighed> reasons = new ArrayList<>();

    ChoiceReasons(MethodChoice choice) {
        choice.kind().ifPresent(this::weighKind);
        choice.streams().ifPresent(number -> weighStreams(number, choice.kind().orElse(Kind.API)));
        choice.configuredBy().ifPresent(this::weighConfigurer);
        choice.freshWithin().filter(ChoiceReasons::isAge).ifPresent(this::weighFreshness);
    }

    /** Judges what cannot be. */
    static void judge(MethodChoice choice, String path, Problems problems) {
        if (choice.equals(MethodChoice.of(known -> {}))) {
            problems.add(
                    "choice.invalid",
                    path,
                    "Nothing is known of the source.",
                    "Say its kind, its streams, who configures it or how fresh it must be, or leave the choice out.");
        }
        choice.streams()
                .filter(number -> number < 1)
                .ifPresent(number -> problems.add(
                        "choice.invalid",
                        path + ".streams",
                        "A source with " + number + " streams brings nothing in.",
                        "Give one or more, or leave it out."));
        choice.freshWithin()
                .filter(age -> !isAge(age))
                .ifPresent(age -> problems.add(
                        "choice.invalid",
                        path + ".freshWithin",
                        "Data cannot be fresh within " + age + ".",
                        "Give a time that is longer than none, such as Duration.ofHours(24), or leave it out."));
    }

    private static boolean isAge(Duration age) {
        return !age.isNegative() && !age.isZero();
    }

    List<Reason> inFavourOf(Method method) {
        return those(weighed -> weighed.met() && weighed.reason().criterion().method() == method);
    }

    List<Reason> against(Method method) {
        return those(weighed -> weighed.against().test(method));
    }

    private List<Reason> those(Predicate<Weighed> which) {
        return reasons.stream().filter(which).map(Weighed::reason).toList();
    }

    /** It speaks for the method of its criterion. */
    private void met(Criterion criterion, String sentence, Predicate<Method> against) {
        reasons.add(new Weighed(new Reason(criterion, sentence), true, against));
    }

    /** It speaks for the method of its criterion, and against all others. */
    private void met(Criterion criterion, String sentence) {
        met(criterion, sentence, method -> method != criterion.method());
    }

    /** It speaks against the method of its criterion, and for none. */
    private void missed(Criterion criterion, String sentence) {
        reasons.add(new Weighed(new Reason(criterion, sentence), false, criterion.method()::equals));
    }

    private void weighKind(Kind kind) {
        Predicate<Method> against = method -> !method.reads(kind);
        switch (kind) {
            case API -> met(Criterion.APIS, "it is an API", against);
            case DATABASE -> met(Criterion.DATABASES, "it is a database", against);
            case FILES_IN_S3 -> met(Criterion.FILE_BASED, "it is files in S3", against);
            case EVENTS -> met(Criterion.REAL_TIME_STREAMS, "it is events", against);
        }
    }

    /** The table counts what dlt and Airbyte read; a database with many tables is no SaaS. */
    private void weighStreams(int number, Kind kind) {
        if (number < 1 || !Method.DLT.reads(kind)) {
            return;
        }
        String has = "it has " + number + (number == 1 ? " stream" : " streams");
        if (number < COMPLEX) {
            String counts = number > SIMPLE ? ", fewer than " + COMPLEX + ", which counts as simple" : "";
            met(Criterion.SIMPLE_SOURCES, has + counts, Method.AIRBYTE::equals);
        } else if (kind != Kind.DATABASE) {
            met(Criterion.COMPLEX_SAAS, has, Method.DLT::equals);
        }
    }

    private void weighConfigurer(Configurer who) {
        switch (who) {
            case ENGINEERS -> missed(Criterion.NON_ENGINEER_CONFIG, "engineers configure it");
            case NON_ENGINEERS -> met(Criterion.NON_ENGINEER_CONFIG, "people who are no engineers configure it");
        }
    }

    private void weighFreshness(Duration age) {
        if (age.compareTo(REAL_TIME) <= 0) {
            met(Criterion.REAL_TIME_STREAMS, "it must be fresh within a minute");
        } else {
            missed(Criterion.REAL_TIME_STREAMS, "it need not be fresh within a minute");
        }
    }
}
