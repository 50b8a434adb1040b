package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @Test
    void theUsualCadencesAreCronExpressions() {
        assertThat(Schedule.hourlyAt(5).cron()).hasValue("5 * * * *");
        assertThat(Schedule.dailyAt("07:00").cron()).hasValue("0 7 * * *");
        assertThat(Schedule.weeklyOn(DayOfWeek.SUNDAY, "03:30").cron()).hasValue("30 3 * * 0");
        assertThat(Schedule.monthlyOn(28, "23:59").cron()).hasValue("59 23 28 * *");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 7 * * *|PT24H",
                "5 * * * *|PT1H",
                "*/15 * * * *|PT15M",
                "0 6,18 * * *|PT12H",
                "0 8 * * mon-fri|PT72H",
                "0 0 1 * *|PT744H",
                "*/15 6-20 * * mon-fri|PT57H15M",
                "0 0 29 2 *|PT35064H",
                "0 0 1 * mon|PT168H"
            })
    void theLongestGapIsThatOfTheExpression(String cron, Duration gap) {
        assertThat(Schedule.cron(cron).longestGap()).hasValue(gap);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 7 * *",
                "0 0 7 * * *",
                "60 7 * * *",
                "0 24 * * *",
                "0 7 0 * *",
                "0 7 * 13 *",
                "0 7 * * 8",
                "@daily",
                "0 7 ? * *",
                "0 7 31 2 *",
                "a b c d e",
                "5-1 * * * *",
                "*/0 * * * *",
                "1,,2 * * * *",
                ""
            })
    void whatPrefectWouldRefuseOrReadOtherwiseIsAProblem(String cron) {
        assertThat(Schedule.cron(cron).faults())
                .as(cron)
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.hint()).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Base", "utc", "+02:00", "Z", "SystemV/PST8PDT", ""})
    void aTimeZoneIsANameOfTheIanaDatabase(String zone) {
        assertThat(Schedule.dailyAt("07:00").in(zone).faults()).isNotEmpty();
        assertThat(Schedule.dailyAt("07:00").in("Europe/London").faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7:00", "24:00", "07:00:30", "noon", ""})
    void aTimeOfDayHasHoursAndMinutes(String time) {
        assertThat(Schedule.dailyAt(time).faults()).isNotEmpty();
    }

    @Test
    void aDayThatSomeMonthsLackIsAProblem() {
        assertThat(Schedule.monthlyOn(31, "07:00").faults()).isNotEmpty();
        assertThat(Schedule.hourlyAt(60).faults()).isNotEmpty();
    }

    @Test
    void everyFieldThatDoesNotFitIsReported() {
        assertThat(Schedule.cron("61 25 * * *").in("Mars").faults())
                .extracting(ScheduleException::message)
                .containsExactly(
                        "\"61\" does not fit the minute of a cron expression.",
                        "\"25\" does not fit the hour of a cron expression.",
                        "\"Mars\" is not a time zone of the IANA database.");
    }

    @Test
    void fieldsMayBePartedByTabsAndSeveralBlanks() {
        assertThat(Schedule.cron(" 0\t7  * * * ").cron()).hasValue("0 7 * * *");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMissingValueIsAFault() {
        assertThat(Schedule.cron(null).faults()).isNotEmpty();
        assertThat(Schedule.dailyAt(null).faults()).isNotEmpty();
        assertThat(Schedule.weeklyOn(DayOfWeek.MONDAY, null).faults()).isNotEmpty();
    }
}
