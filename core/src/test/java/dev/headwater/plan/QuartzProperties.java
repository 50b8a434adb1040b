package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A schedule's Quartz expression, read by cron-utils, by which Airbyte's platform reads it. */
class QuartzProperties {

    private static final int RUNS = 12;
    private static final ZonedDateTime START = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final CronParser UNIX = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final CronParser QUARTZ =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

    /** Names in upper case, since cron-utils reads others by the machine's locale. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void itMeansTheSameTimes(@ForAll("crons") String cron) {
        String quartz = Schedule.cron(cron).quartz().orElseThrow();

        assertThat(times(QUARTZ, quartz)).as(quartz).isEqualTo(times(UNIX, cron.toUpperCase(Locale.ROOT)));
    }

    @Example
    void bothKindsOfDaysAtOnceCannotBeExpressed() {
        assertThat(Schedule.cron("0 7 1 * mon").quartz()).isEmpty();
        assertThat(Schedule.cron("0 7 */2 * 1-5").quartz()).isEmpty();
        assertThat(Schedule.continuous().quartz()).isEmpty();
        assertThat(Schedule.cron("61 7 * * *").quartz()).isEmpty();
    }

    @Example
    void sundayIsTheFirstDayByEitherNumber() {
        assertThat(Schedule.cron("5 4 * * 0").quartz()).contains("0 5 4 ? * SUN");
        assertThat(Schedule.cron("5 4 * feb 5-7").quartz()).contains("0 5 4 ? 2 SUN,FRI,SAT");
    }

    private static String times(CronParser parser, String expression) {
        ExecutionTime time = ExecutionTime.forCron(parser.parse(expression));
        return Stream.iterate(START, at -> time.nextExecution(at).orElseThrow())
                .limit(RUNS)
                .map(ZonedDateTime::toString)
                .collect(Collectors.joining(" "));
    }

    @Provide
    Arbitrary<String> crons() {
        Arbitrary<String> minutes = field(0, 59);
        Arbitrary<String> hours = field(0, 23);
        Arbitrary<String> months = Arbitraries.of("*", "1", "jan,jul", "2-11/3", "*/4", "jan-dec/3");
        Arbitrary<String> weekdays = Arbitraries.of("*", "0", "7", "mon", "mon-fri", "1-5", "sat,sun", "*/2", "5-7");
        return Combinators.combine(minutes, hours, field(1, 28), months, weekdays, Arbitraries.of(true, false))
                .as((minute, hour, day, month, weekday, byWeekday) ->
                        String.join(" ", minute, hour, byWeekday ? "*" : day, month, byWeekday ? weekday : "*"));
    }

    private static Arbitrary<String> field(int low, int high) {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(low, high);
        return Arbitraries.oneOf(
                Arbitraries.just("*"),
                numbers.map(String::valueOf),
                numbers.set()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(set -> set.stream().sorted().map(String::valueOf).collect(Collectors.joining(","))),
                Combinators.combine(numbers, numbers)
                        .as((one, other) -> Math.min(one, other) + "-" + Math.max(one, other)),
                Arbitraries.integers().between(2, high - 1).map(step -> "*/" + step));
    }
}
