package dev.headwater.plan;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A UNIX cron expression of five fields, as Vixie cron and Prefect (croniter) read it. */
final class Cron {

    /** 28 years: every weekday meets every day of every kind of year. */
    private static final List<Month> CALENDAR = Stream.iterate(YearMonth.of(2024, 1), month -> month.plusMonths(1))
            .limit(28 * 12)
            .map(Month::of)
            .toList();

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private static final Field MINUTE = new Field("minute", 0, 59, List.of(), 0);
    private static final Field HOUR = new Field("hour", 0, 23, List.of(), 0);
    private static final Field DAY_OF_MONTH = new Field("day of month", 1, 31, List.of(), 0);
    private static final Field MONTH = new Field("month", 1, 12, MONTHS, 1);
    private static final Field DAY_OF_WEEK = new Field("day of week", 0, 7, DAYS, 0);
    private static final List<Field> FIELDS = List.of(MINUTE, HOUR, DAY_OF_MONTH, MONTH, DAY_OF_WEEK);

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet daysOfMonth;
    private final BitSet months;
    private final BitSet daysOfWeek;
    private final boolean anyDayOfMonth;
    private final boolean anyDayOfWeek;
    private final long longestGapInDays;

    private Cron(String[] fields) throws ScheduleException {
        minutes = MINUTE.values(fields[0]);
        hours = HOUR.values(fields[1]);
        daysOfMonth = DAY_OF_MONTH.values(fields[2]);
        months = MONTH.values(fields[3]);
        daysOfWeek = DAY_OF_WEEK.values(fields[4]);
        if (daysOfWeek.get(7)) {
            daysOfWeek.set(0);
        }
        anyDayOfMonth = fields[2].startsWith("*");
        anyDayOfWeek = fields[4].startsWith("*");
        longestGapInDays = longestGapInDays();
    }

    /** Reads an expression whose fields are parted by single blanks. */
    static Cron parse(String expression) throws ScheduleException {
        String[] fields = expression.split(" ", -1);
        if (fields.length != FIELDS.size()) {
            throw new ScheduleException(
                    "\"" + expression + "\" is not a cron expression of five fields.",
                    "Write minute, hour, day of month, month and day of week.");
        }
        Cron cron = new Cron(fields);
        if (cron.longestGapInDays == 0) {
            throw new ScheduleException(
                    "\"" + expression + "\" names a day that never comes.", "Change day of month or month.");
        }
        return cron;
    }

    /** Everything that is wrong with an expression, field by field. */
    static List<ScheduleException> faults(String expression) {
        List<ScheduleException> faults = new ArrayList<>();
        String[] fields = expression.split(" ", -1);
        for (int i = 0; fields.length == FIELDS.size() && i < fields.length; i++) {
            try {
                FIELDS.get(i).values(fields[i]);
            } catch (ScheduleException fault) {
                faults.add(fault);
            }
        }
        if (faults.isEmpty()) {
            try {
                parse(expression);
            } catch (ScheduleException fault) {
                faults.add(fault);
            }
        }
        return faults;
    }

    /** Quartz counts seconds too, and takes a question mark for one of the two day fields. */
    static Optional<String> quartz(String expression) throws ScheduleException {
        String[] fields = expression.split(" ", -1);
        String month = inNumbers(fields[3]);
        if (fields[4].equals("*")) {
            return Optional.of(String.join(" ", "0", fields[0], fields[1], fields[2], month, "?"));
        }
        return fields[2].equals("*")
                ? Optional.of(String.join(" ", "0", fields[0], fields[1], "?", month, weekdays(fields[4])))
                : Optional.empty();
    }

    /** Months, because Quartz takes no step behind their names. */
    private static String inNumbers(String field) {
        String numbers = field.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            numbers = numbers.replace(MONTHS.get(i), String.valueOf(i + 1));
        }
        return numbers;
    }

    /** By name, because Quartz counts from 1 where cron counts from 0. */
    private static String weekdays(String field) throws ScheduleException {
        BitSet days = DAY_OF_WEEK.values(field);
        return IntStream.range(0, DAYS.size())
                .filter(day -> days.get(day) || (day == 0 && days.get(7)))
                .mapToObj(day -> DAYS.get(day).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    Duration longestGap() {
        int first = hours.nextSetBit(0) * 60 + minutes.nextSetBit(0);
        int last = (hours.length() - 1) * 60 + minutes.length() - 1;
        return Duration.ofMinutes(Math.max(longestWithinDay(), longestGapInDays * 1440 + first - last));
    }

    private long longestWithinDay() {
        long longest = 0;
        int previous = -1;
        for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            for (int minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
                int now = hour * 60 + minute;
                longest = previous < 0 ? 0 : Math.max(longest, now - previous);
                previous = now;
            }
        }
        return longest;
    }

    /** 0 when no day matches: one that does comes again within the calendar. */
    private long longestGapInDays() {
        if (daysOfMonth.cardinality() == 31 && daysOfWeek.cardinality() >= 7 && months.cardinality() == 12) {
            return 1;
        }
        long longest = 0;
        long previous = Long.MAX_VALUE;
        for (Month month : CALENDAR) {
            for (int day = 1; months.get(month.number()) && day <= month.length(); day++) {
                if (matches(day, month.weekday(day))) {
                    longest = Math.max(longest, month.before() + day - previous);
                    previous = month.before() + day;
                }
            }
        }
        return longest;
    }

    /** Cron's own oddity: when both day fields are restricted, one of them is enough. */
    private boolean matches(int day, int weekday) {
        boolean dayOfMonth = daysOfMonth.get(day);
        boolean dayOfWeek = daysOfWeek.get(weekday);
        return (anyDayOfMonth || anyDayOfWeek) ? (dayOfMonth && dayOfWeek) : (dayOfMonth || dayOfWeek);
    }

    /** A month of the calendar: 1 to 12, how many days it has, and how many there were before it. */
    private record Month(int number, int length, long before) {

        static Month of(YearMonth month) {
            return new Month(
                    month.getMonthValue(), month.lengthOfMonth(), month.atDay(1).toEpochDay() - 1);
        }

        /** From 0, a Sunday; 1970 began on a Thursday. */
        int weekday(int day) {
            return Math.floorMod(before + day + 4, 7);
        }
    }

    /** One of the five fields: its range, and the words that stand for numbers. */
    private record Field(String name, int low, int high, List<String> words, int firstWord) {

        BitSet values(String text) throws ScheduleException {
            BitSet values = new BitSet();
            for (String part : text.split(",", -1)) {
                String[] stepped = part.split("/", -1);
                int step = stepped.length == 1
                        ? 1
                        : new Field("step of the " + name, 1, high, List.of(), 0).number(text, stepped[1]);
                String[] range = stepped[0].split("-", -1);
                boolean every = "*".equals(stepped[0]);
                int from = every ? low : number(text, range[0]);
                int to = every || (range.length == 1 && stepped.length == 2)
                        ? high
                        : number(text, range[range.length - 1]);
                if (stepped.length > 2 || range.length > 2) {
                    throw fault(text);
                }
                if (from > to) {
                    throw new ScheduleException(
                            "\"" + text + "\" has a range that goes down in the " + name + " of a cron expression.",
                            "Write what it means as two ranges, such as 5-6,0-1.");
                }
                for (int value = from; value <= to; value += step) {
                    values.set(value);
                }
            }
            return values;
        }

        private int number(String text, String part) throws ScheduleException {
            int word = words.indexOf(part.toLowerCase(Locale.ROOT));
            if (word >= 0) {
                return word + firstWord;
            }
            int value = part.matches("[0-9]{1,2}") ? Integer.parseInt(part) : -1;
            if (value < low || value > high) {
                throw fault(text);
            }
            return value;
        }

        private ScheduleException fault(String text) {
            return new ScheduleException(
                    "\"" + text + "\" does not fit the " + name + " of a cron expression.",
                    "Write * or numbers from " + low + " to " + high + ", with ranges, lists and steps.");
        }
    }
}
