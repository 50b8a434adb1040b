package dev.headwater.plan;

import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a source is loaded: a UNIX cron expression of five fields, a time zone, and a word for the cadence that goes
 * into the deployment's name and tags. Immutable; values are judged when the plan is built.
 */
public final class Schedule {

    private final String cron;

    private final String timeZone;

    @Pattern(
            regexp = "[a-z][a-z0-9]*(_[a-z0-9]+)*",
            message = "is not a word for a cadence; use lower-case letters, digits and _, such as every_6_hours")
    private final String cadence;

    private final String fault;

    private Schedule(String cron, String timeZone, String cadence, String fault) {
        this.cron = cron;
        this.timeZone = timeZone;
        this.cadence = cadence;
        this.fault = fault;
    }

    /**
     * Every hour.
     *
     * @param minute minute of the hour, 0 to 59
     * @return the schedule, in UTC
     */
    public static Schedule hourlyAt(int minute) {
        return new Schedule(minute + " * * * *", "UTC", "hourly", "");
    }

    /**
     * Every day.
     *
     * @param time hours and minutes, such as {@code 07:00}
     * @return the schedule, in UTC
     */
    public static Schedule dailyAt(String time) {
        return at(time, "* * *", "daily");
    }

    /**
     * Every week.
     *
     * @param day day of the week
     * @param time hours and minutes, such as {@code 07:00}
     * @return the schedule, in UTC
     */
    public static Schedule weeklyOn(DayOfWeek day, String time) {
        return at(time, "* * " + day.getValue() % 7, "weekly");
    }

    /**
     * Every month.
     *
     * @param dayOfMonth day of the month, 1 to 28, so that no month is left out
     * @param time hours and minutes, such as {@code 07:00}
     * @return the schedule, in UTC
     */
    public static Schedule monthlyOn(int dayOfMonth, String time) {
        Schedule schedule = at(time, dayOfMonth + " * *", "monthly");
        return dayOfMonth >= 1 && dayOfMonth <= 28
                ? schedule
                : schedule.faulty("day " + dayOfMonth + " is not in every month; choose 1 to 28, or use cron()");
    }

    /**
     * Any UNIX cron expression: minute, hour, day of month, month, day of week.
     *
     * @param expression five fields; numbers, names, ranges, lists and steps
     * @return the schedule, in UTC, with the cadence {@code scheduled}
     */
    public static Schedule cron(String expression) {
        return new Schedule(expression.strip(), "UTC", "scheduled", "");
    }

    private static Schedule at(String time, String days, String cadence) {
        try {
            LocalTime at = LocalTime.parse(time);
            if (at.getSecond() == 0 && at.getNano() == 0) {
                return new Schedule(at.getMinute() + " " + at.getHour() + " " + days, "UTC", cadence, "");
            }
        } catch (DateTimeException notATime) {
            return notATime(time, days, cadence);
        }
        return notATime(time, days, cadence);
    }

    private static Schedule notATime(String time, String days, String cadence) {
        return new Schedule(
                "0 0 " + days,
                "UTC",
                cadence,
                "\"" + time + "\" is not a time of day; write hours and minutes, such as 07:00");
    }

    private Schedule faulty(String what) {
        return fault.isEmpty() ? new Schedule(cron, timeZone, cadence, what) : this;
    }

    /**
     * The same schedule in another time zone.
     *
     * @param zone name in the IANA time zone database, such as {@code Europe/London}
     * @return the changed schedule
     */
    public Schedule in(String zone) {
        return new Schedule(cron, zone, cadence, fault);
    }

    /**
     * The same schedule with another word for its cadence.
     *
     * @param word lower-case letters, digits and _, such as {@code workdays}
     * @return the changed schedule
     */
    public Schedule named(String word) {
        return new Schedule(cron, timeZone, word, fault);
    }

    /**
     * The UNIX cron expression.
     *
     * @return five fields
     */
    public String cron() {
        return cron;
    }

    /**
     * The time zone in which the expression is read.
     *
     * @return a name in the IANA time zone database
     */
    public String timeZone() {
        return timeZone;
    }

    /**
     * The word for how often the source is loaded.
     *
     * @return such as {@code daily}
     */
    public String cadence() {
        return cadence;
    }

    /**
     * The longest time between two runs, daylight saving apart. The runbook's freshness of 24 and 48 hours is one and
     * two of a daily schedule's (RB31).
     *
     * @return the gap; a built plan's schedule always has one
     */
    public Duration longestGap() {
        return Cron.parse(cron).longestGap();
    }

    /** What is wrong with the schedule, if anything, as "what; mend". */
    Optional<String> fault() {
        if (!fault.isEmpty()) {
            return Optional.of(fault);
        }
        return Cron.fault(cron).or(this::zoneFault);
    }

    private Optional<String> zoneFault() {
        // Prefect refuses offsets, Z and lower-case names; it takes what the IANA database lists.
        return ZoneId.getAvailableZoneIds().contains(timeZone)
                ? Optional.empty()
                : Optional.of("\"" + timeZone
                        + "\" is not a time zone of the IANA database; write a name such as UTC or Europe/London");
    }
}
