package dev.headwater.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a source is loaded: a UNIX cron expression of five fields, a time zone, and a word for the cadence that goes
 * into the deployment's name and tags; or all the time. Immutable; values are judged when the plan is built, and what
 * cannot be is a problem {@code schedule.invalid}.
 */
public final class Schedule {

    private static final Set<String> UNKNOWN_TO_JAVA = Set.of("EST", "HST", "MST", "ROC");
    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");

    private final @Nullable String cron;
    private final String timeZone;

    @jakarta.validation.constraints.Pattern(
            regexp = "[a-z][a-z0-9]*+(?:_[a-z0-9]++)*+",
            message = "is not a word for a cadence; use lower-case letters, digits and _, such as every_6_hours")
    private final String cadence;

    private final @Nullable ScheduleException fault;

    private Schedule(
            @Nullable String cron,
            @Nullable String timeZone,
            @Nullable String cadence,
            @Nullable ScheduleException fault) {
        this.cron = cron;
        this.timeZone = Objects.requireNonNullElse(timeZone, "");
        this.cadence = Objects.requireNonNullElse(cadence, "");
        this.fault = fault;
    }

    /**
     * All the time: a stream, or files that are loaded as they arrive.
     *
     * @return the schedule, with the cadence {@code continuous}
     */
    public static Schedule continuous() {
        return new Schedule(null, "UTC", "continuous", null);
    }

    /**
     * Every hour.
     *
     * @param minute minute of the hour, 0 to 59
     * @return the schedule, in UTC
     */
    public static Schedule hourlyAt(int minute) {
        return new Schedule(minute + " * * * *", "UTC", "hourly", null);
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
        return at(time, "* * " + Objects.requireNonNull(day, "day").getValue() % 7, "weekly");
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
                : schedule.faulty(new ScheduleException(
                        "Day " + dayOfMonth + " is not in every month.", "Choose 1 to 28, or use cron()."));
    }

    /**
     * Any UNIX cron expression: minute, hour, day of month, month, day of week.
     *
     * @param expression five fields; numbers, names, ranges, lists and steps
     * @return the schedule, in UTC, with the cadence {@code scheduled}
     */
    public static Schedule cron(String expression) {
        return new Schedule(
                Objects.requireNonNullElse(expression, "").strip().replaceAll("[ \\t]+", " "),
                "UTC",
                "scheduled",
                null);
    }

    private static Schedule at(String time, String days, String cadence) {
        Matcher clock = CLOCK.matcher(Objects.requireNonNullElse(time, ""));
        if (clock.matches()) {
            int hour = Integer.parseInt(clock.group(1));
            int minute = Integer.parseInt(clock.group(2));
            return new Schedule(minute + " " + hour + " " + days, "UTC", cadence, null);
        }
        return new Schedule("0 0 " + days, "UTC", cadence, null)
                .faulty(new ScheduleException(
                        "\"" + time + "\" is not a time of day.", "Write hours and minutes, such as 07:00."));
    }

    private Schedule faulty(ScheduleException what) {
        return fault == null ? new Schedule(cron, timeZone, cadence, what) : this;
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
     * @return five fields; empty for {@link #continuous()}
     */
    public Optional<String> cron() {
        return Optional.ofNullable(cron);
    }

    /**
     * The same as a Quartz expression of six fields, as Airbyte reads it.
     *
     * @return seconds, minute, hour, day of month, month and day of week; empty for {@link #continuous()}, for a
     *     schedule with faults, and where days of the month and of the week are both restricted: cron takes either,
     *     Quartz cannot
     */
    public Optional<String> quartz() {
        try {
            return cron == null || !faults().isEmpty() ? Optional.empty() : Cron.quartz(cron);
        } catch (ScheduleException notBuilt) {
            return Optional.empty();
        }
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
     * @return the gap; empty for {@link #continuous()}
     */
    public Optional<Duration> longestGap() {
        try {
            return cron == null
                    ? Optional.empty()
                    : Optional.of(Cron.parse(cron).longestGap());
        } catch (ScheduleException notBuilt) {
            throw new IllegalStateException("a schedule that was not built", notBuilt);
        }
    }

    /** Everything that cannot be. */
    List<ScheduleException> faults() {
        List<ScheduleException> faults = new ArrayList<>();
        if (fault != null) {
            faults.add(fault);
        } else if (cron != null) {
            faults.addAll(Cron.faults(cron));
        }
        // Prefect refuses offsets, Z and lower-case names; it takes what the IANA database lists.
        boolean known = ZoneId.getAvailableZoneIds().contains(timeZone) && !timeZone.startsWith("SystemV/");
        if (!known && !UNKNOWN_TO_JAVA.contains(timeZone)) {
            faults.add(new ScheduleException(
                    "\"" + timeZone + "\" is not a time zone of the IANA database.",
                    "Write a name such as UTC or Europe/London."));
        }
        return faults;
    }

    private @Nullable String faultMessage() {
        return fault == null ? null : fault.getMessage();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Schedule that
                && Objects.equals(cron, that.cron)
                && timeZone.equals(that.timeZone)
                && cadence.equals(that.cadence)
                && Objects.equals(faultMessage(), that.faultMessage());
    }

    @Override
    public int hashCode() {
        return Objects.hash(cron, timeZone, cadence);
    }

    @Override
    public String toString() {
        return cadence + (cron == null ? "" : " (" + cron + " " + timeZone + ")");
    }
}
