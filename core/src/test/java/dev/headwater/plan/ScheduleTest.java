package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThatThrownBy(Schedule.cron(cron)::check)
                .as(cron)
                .isInstanceOfSatisfying(
                        ScheduleException.class,
                        fault -> assertThat(fault.hint()).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Base", "utc", "+02:00", "Z", ""})
    void aTimeZoneIsANameOfTheIanaDatabase(String zone) {
        assertThatThrownBy(Schedule.dailyAt("07:00").in(zone)::check).isInstanceOf(ScheduleException.class);
        assertThatCode(Schedule.dailyAt("07:00").in("Europe/London")::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7:00", "24:00", "07:00:30", "noon", ""})
    void aTimeOfDayHasHoursAndMinutes(String time) {
        assertThatThrownBy(Schedule.dailyAt(time)::check).isInstanceOf(ScheduleException.class);
    }

    @Test
    void aDayThatSomeMonthsLackIsAProblem() {
        assertThatThrownBy(Schedule.monthlyOn(31, "07:00")::check).isInstanceOf(ScheduleException.class);
        assertThatThrownBy(Schedule.hourlyAt(60)::check).isInstanceOf(ScheduleException.class);
    }
}
