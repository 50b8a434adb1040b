package dev.headwater.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Step 1 of the runbook, "Choose the Ingestion Method": what is known of a source, and what the runbook's table makes
 * of it. What nobody says is unknown, and says nothing. Immutable; values are judged when a plan with it is built, and
 * what cannot be is a problem {@code choice.invalid}.
 */
public final class MethodChoice extends Settings<MethodChoice> {

    private @Nullable Kind kind;
    private @Nullable Integer streams;
    private @Nullable Configurer configuredBy;
    private @Nullable Duration freshWithin;

    private MethodChoice() {}

    /**
     * Chooses by what is known.
     *
     * @param definition says what is known; the order does not matter
     * @return the choice
     */
    public static MethodChoice of(Consumer<Builder> definition) {
        Builder builder = new Builder(new MethodChoice());
        Objects.requireNonNull(definition, "definition").accept(builder);
        return builder.choice.copy();
    }

    /** {@return what the source is; empty when that is unknown} */
    public Optional<Kind> kind() {
        return Optional.ofNullable(kind);
    }

    /** {@return how many streams the source has; empty when that is unknown} */
    public Optional<Integer> streams() {
        return Optional.ofNullable(streams);
    }

    /** {@return who configures it; empty when that is unknown} */
    public Optional<Configurer> configuredBy() {
        return Optional.ofNullable(configuredBy);
    }

    /** {@return how old its data may be at most; empty when that is unknown} */
    public Optional<Duration> freshWithin() {
        return Optional.ofNullable(freshWithin);
    }

    /**
     * What the table has for such a source.
     *
     * @return the first of the {@link #verdicts()}; empty when nothing that is known speaks for any method
     */
    public Optional<Verdict> recommended() {
        return verdicts().stream().findFirst().filter(verdict -> !verdict.isWithoutReason());
    }

    /**
     * All rows of the table, the best one first. Methods that read such a source come before those that do not, and
     * those for which something speaks before those for which nothing does. Of several for which something speaks the
     * later row is first, as the table goes from what is general to what is special: few streams do not outweigh that
     * somebody who is no engineer configures them. All others are in the table's order.
     *
     * @return one verdict a row
     */
    public List<Verdict> verdicts() {
        ChoiceReasons reasons = new ChoiceReasons(this);
        return Stream.of(Method.values())
                .map(method -> new Verdict(method, reasons.inFavourOf(method), reasons.against(method)))
                .sorted(Comparator.comparing(this::cannotRead)
                        .thenComparing(Verdict::isWithoutReason)
                        .thenComparing(MethodChoice::byPlace))
                .toList();
    }

    private boolean cannotRead(Verdict verdict) {
        return kind != null && !verdict.method().reads(kind);
    }

    /** Of two for both of which something speaks, or for neither. */
    private static int byPlace(Verdict one, Verdict other) {
        int inTheTable = one.method().compareTo(other.method());
        return one.isWithoutReason() ? inTheTable : -inTheTable;
    }

    @Override
    public String toString() {
        return recommended().map(verdict -> verdict.method().displayName()).orElse("undecided");
    }

    @Override
    List<@Nullable Object> values() {
        return Arrays.asList(kind, streams, configuredBy, freshWithin);
    }

    /** What a source is. */
    public enum Kind {
        /** An API, such as that of a SaaS tool. */
        API,
        /** A database. */
        DATABASE,
        /** Files in S3. */
        FILES_IN_S3,
        /** Events, as they happen. */
        EVENTS
    }

    /** Who configures how a source is read. */
    public enum Configurer {
        /** People who write code. */
        ENGINEERS,
        /** People who do not. */
        NON_ENGINEERS
    }

    /** The rows of the runbook's table. */
    public enum Method {
        /** Code in the team's own repository. */
        DLT("dlt", "dlt", "data-pipelines", "DLT"),
        /** Connectors from a catalog. */
        AIRBYTE("airbyte", "Airbyte", "Airbyte Cloud/self-hosted", "AIRBYTE"),
        /** Files that are loaded as they arrive. */
        SNOWPIPE("snowpipe", "Snowpipe", "terraform (pipe config)", "SNOWPIPE"),
        /** Streams. */
        KAFKA_CONNECT("kafka_connect", "Kafka Connect", "Confluent Cloud", "STREAMING");

        private final String tool;
        private final String displayName;
        private final String repository;
        private final String database;

        Method(String tool, String displayName, String repository, String database) {
            this.tool = tool;
            this.displayName = displayName;
            this.repository = repository;
            this.database = database;
        }

        /**
         * The row of a tool.
         *
         * @param tool as a {@linkplain IngestionMethod#tool() method} and its loader name it
         * @return the row; empty when the table has none
         */
        public static Optional<Method> of(String tool) {
            return Stream.of(values()).filter(row -> row.tool.equals(tool)).findFirst();
        }

        /** {@return the tool, as its {@linkplain Loader#tool() loader} names it} */
        public String tool() {
            return tool;
        }

        /** {@return "Method": the tool's name for people} */
        public String displayName() {
            return displayName;
        }

        /** {@return "Best For": its criteria, joined by commas} */
        public String bestFor() {
            return Stream.of(Criterion.values())
                    .filter(criterion -> criterion.method() == this)
                    .map(Criterion::phrase)
                    .collect(Collectors.joining(", "));
        }

        /** {@return "Repository": where its configuration lives} */
        public String repository() {
            return repository;
        }

        /** {@return "Destination Database", unless the platform's loader has another one} */
        public String database() {
            return database;
        }

        /** By the column "Best For"; a complex SaaS has an API, and Airbyte's connectors read databases as well. */
        boolean reads(Kind kind) {
            return switch (kind) {
                case API, DATABASE -> this == DLT || this == AIRBYTE;
                case FILES_IN_S3 -> this == SNOWPIPE;
                case EVENTS -> this == KAFKA_CONNECT;
            };
        }
    }

    /** The phrases of the table's column "Best For". */
    public enum Criterion {
        /** Met by an API. */
        APIS(Method.DLT, "APIs"),
        /** Met by a database. */
        DATABASES(Method.DLT, "databases"),
        /** Met by one or two streams; three or four, of which the table has nothing, are taken for simple as well. */
        SIMPLE_SOURCES(Method.DLT, "1-2 simple sources"),
        /** Met by five or more streams, unless they are the tables of a database, files or events. */
        COMPLEX_SAAS(Method.AIRBYTE, "Complex SaaS (5+ sources)"),
        /** Met when somebody configures it who is no engineer. */
        NON_ENGINEER_CONFIG(Method.AIRBYTE, "non-engineer config"),
        /** Met by files in S3. */
        FILE_BASED(Method.SNOWPIPE, "File-based (S3 auto-ingest)"),
        /** Met by events, and by data that must be fresh within a minute: no schedule starts more often. */
        REAL_TIME_STREAMS(Method.KAFKA_CONNECT, "Real-time event streams");

        private final Method method;
        private final String phrase;

        Criterion(Method method, String phrase) {
            this.method = method;
            this.phrase = phrase;
        }

        /** {@return the row in which it is} */
        public Method method() {
            return method;
        }

        /** {@return the table's words} */
        public String phrase() {
            return phrase;
        }
    }

    /**
     * Something that is known and speaks for or against a method.
     *
     * @param criterion the phrase of the table by which it does
     * @param sentence what is known, without a capital and a full stop
     */
    public record Reason(Criterion criterion, String sentence) {

        /**
         * @param criterion the phrase of the table by which it does
         * @param sentence what is known
         */
        public Reason {
            Objects.requireNonNull(criterion, "criterion");
            sentence = Objects.requireNonNullElse(sentence, "");
        }

        @Override
        public String toString() {
            return sentence + " (\"" + criterion.phrase() + "\")";
        }
    }

    /**
     * What speaks for and against one method.
     *
     * @param method the row of the table
     * @param inFavour what speaks for it
     * @param against what speaks against it, also where it is recommended
     */
    public record Verdict(Method method, List<Reason> inFavour, List<Reason> against) {

        /**
         * @param method the row of the table
         * @param inFavour what speaks for it
         * @param against what speaks against it
         */
        public Verdict {
            Objects.requireNonNull(method, "method");
            inFavour = List.copyOf(Objects.requireNonNull(inFavour, "inFavour"));
            against = List.copyOf(Objects.requireNonNull(against, "against"));
        }

        private boolean isWithoutReason() {
            return inFavour.isEmpty();
        }
    }

    /** Says what is known of a source. */
    public static final class Builder {

        private final MethodChoice choice;

        private Builder(MethodChoice choice) {
            this.choice = choice;
        }

        /**
         * Sets what the source is.
         *
         * @param what its kind
         * @return this builder
         */
        public Builder kind(Kind what) {
            choice.kind = Objects.requireNonNull(what, "what");
            return this;
        }

        /**
         * Sets how many streams the source has, which the table calls its sources: what it would bring in, each into a
         * table of its own.
         *
         * @param number one or more
         * @return this builder
         */
        public Builder streams(int number) {
            choice.streams = number;
            return this;
        }

        /**
         * Sets who configures how it is read.
         *
         * @param who engineers or others
         * @return this builder
         */
        public Builder configuredBy(Configurer who) {
            choice.configuredBy = Objects.requireNonNull(who, "who");
            return this;
        }

        /**
         * Sets how fresh its data must be.
         *
         * @param age how old it may be at most
         * @return this builder
         */
        public Builder freshWithin(Duration age) {
            choice.freshWithin = Objects.requireNonNull(age, "age");
            return this;
        }
    }
}
