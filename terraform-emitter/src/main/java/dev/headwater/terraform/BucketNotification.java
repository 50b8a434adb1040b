package dev.headwater.terraform;

import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.problem.Diagnostic;
import dev.headwater.render.HclString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Step 4.3 for Snowpipe (RB23): the bucket's one notification gets a queue for each table. A second notification would
 * overwrite the first (provider hashicorp/aws), so a first one is written only where the folder has none at all.
 */
final class BucketNotification extends PlanPart {

    static final String TYPE = "aws_s3_bucket_notification";

    private static final String FILE = "snowpipe_notifications.tf";
    private static final String CODE = "snowpipe.notification";
    private static final Set<String> OF_NOTIFICATIONS = Set.of("queue", "topic", "lambda_function");

    private final Source source;
    private final Snowpipe<?> snowpipe;
    private final Scope scope;
    private final Configuration aws = existing.aws;
    private final List<LocatedBlock> others = aws.resources(TYPE);

    BucketNotification(
            DataSourcePlan plan,
            Source source,
            Snowpipe<?> snowpipe,
            ExistingTerraform existing,
            Emission.Builder out) {
        super(plan, existing, out);
        this.source = source;
        this.snowpipe = snowpipe;
        this.scope = scope(source);
    }

    /** What resources of a bucket are called. */
    static String label(Snowpipe<?> snowpipe) {
        String name = snowpipe.bucket().replaceAll("[^a-z0-9]", "_");
        return Character.isDigit(name.charAt(0)) ? "bucket_" + name : name;
    }

    @Override
    void emit() {
        Optional<String> channel = snowpipe.notificationChannel();
        if (channel.isEmpty()) {
            out.finding(Finding.act(
                    Deviation.BUCKET_NOTIFICATION,
                    scope,
                    "New files are not loaded by themselves yet: once the first apply has told the queue of the pipes,"
                            + " put it into the plan, and run again.",
                    "snowpipe.notificationChannel(\"arn:aws:sqs:...\")"));
            return;
        }
        out.finding(Finding.know(
                Deviation.BUCKET_NOTIFICATION,
                scope,
                "The notification of the bucket gets a queue for each table; a second notification would overwrite the"
                        + " first."));
        Address.HclBlock notification = notification();
        source.tables().stream()
                .flatMap(table -> snowpipe.files(source, table, names).stream())
                .forEach(files -> queue(notification, channel.orElseThrow(), files.prefix()));
    }

    private Address.HclBlock address(String label) {
        return new Address.HclBlock(aws.folder(), "resource", List.of(TYPE, label));
    }

    /** Where the queues go: the bucket's notification that is there, or a first one. */
    private Address.HclBlock notification() {
        String wanted = snowpipe.bucketNotification().orElse(label(snowpipe));
        Optional<LocatedBlock> named = snowpipe.bucketNotification()
                .flatMap(any -> others.stream()
                        .filter(other -> other.label().equals(wanted))
                        .findFirst());
        List<LocatedBlock> certain = others.stream().filter(this::isOfTheBucket).toList();
        if (named.isPresent() || certain.size() == 1) {
            return address(named.orElseGet(() -> certain.get(0)).label());
        }
        out.fragment(Fragment.hclBlock(
                        scope,
                        aws.file(FILE),
                        Templates.BUCKET_NOTIFICATION.render(
                                Map.of("label", wanted, "bucket", HclString.encode(snowpipe.bucket()))))
                .once()
                .obstructedBy(obstacles()));
        return address(wanted);
    }

    private boolean isOfTheBucket(LocatedBlock other) {
        return other.block().attribute("for_each").isEmpty()
                && bucket(other).text().filter(snowpipe.bucket()::equals).isPresent();
    }

    /** Others that are, or may be, the bucket's; all of them where nobody says that this is another one. */
    private List<Obstacle> obstacles() {
        boolean isNamed = snowpipe.bucketNotification().isPresent();
        Stream<Obstacle> resources = others.stream()
                .filter(other -> !isNamed || bucket(other).mayBe(snowpipe.bucket()))
                .map(other -> obstacle(
                        other,
                        "Whether " + other.called() + " is the notification of the bucket " + snowpipe.bucket()
                                + " cannot be told for certain, and a bucket has only one.",
                        "If it is, say snowpipe.bucketNotification(\"" + other.label()
                                + "\"); if not, paste the block, or say bucketNotification(\"" + label(snowpipe)
                                + "\") where that shows."));
        Stream<Obstacle> modules = aws.blocks("module").stream()
                .filter(module -> module.literal("source")
                        .filter(path -> path.contains("notification"))
                        .isPresent())
                .map(module -> obstacle(
                        module,
                        "Whether " + module.called() + " makes the notification of the bucket " + snowpipe.bucket()
                                + " cannot be told for certain, and a bucket has only one.",
                        "If it does, add the queue there by hand; if not, paste the block."));
        return Stream.concat(resources, modules).toList();
    }

    private static Obstacle obstacle(LocatedBlock block, String message, String hint) {
        return new Obstacle(block.file(), new Diagnostic(CODE, block.block().line(), message, hint), false);
    }

    /** The bucket of a notification: written out, or that of a resource or module. */
    private ReadableText bucket(LocatedBlock notification) {
        HclExpression value = notification.value("bucket").orElse(new HclExpression.Raw(""));
        if (value instanceof Reference reference && reference.startsWith("aws_s3_bucket")) {
            return of(address(reference, 1), aws.resources("aws_s3_bucket"), Optional.empty(), "bucket");
        }
        if (value instanceof Reference reference && reference.startsWith("module")) {
            Optional<String> key =
                    reference.steps().size() == 4 && reference.steps().get(2).isString()
                            ? Optional.of(reference.steps().get(2).value())
                            : Optional.empty();
            return of(address(reference, 1), aws.blocks("module"), key, "bucket_name");
        }
        return BlockInstance.any(aws).text(value);
    }

    private static String address(Reference reference, int step) {
        return reference.steps().size() > step ? reference.steps().get(step).value() : "";
    }

    private ReadableText of(String label, List<LocatedBlock> blocks, Optional<String> key, String argument) {
        return blocks.stream()
                .filter(block -> block.label().equals(label))
                .flatMap(block -> BlockInstance.of(block, aws).stream()
                        .flatMap(List::stream)
                        .filter(one -> one.key().equals(key))
                        .flatMap(one -> block.value(argument).map(one::text).stream()))
                .findFirst()
                .orElse(ReadableText.NOTHING);
    }

    private void queue(Address.HclBlock notification, String channel, String prefix) {
        String encoded = HclString.encode(prefix);
        out.fragment(Fragment.hclElement(
                        scope,
                        notification.inside().nested("queue", "filter_prefix", encoded),
                        Templates.QUEUE.render(Map.of("queue", HclString.encode(channel), "prefix", encoded)))
                .obstructedBy(overlapping(notification, prefix)));
    }

    /** S3 refuses two filters for one event of which one lies in the other; ours may have been written before. */
    private List<Obstacle> overlapping(Address.HclBlock notification, String prefix) {
        return existing.view.withOwn().terraform(aws.folder()).blocks("resource", notification.labels()).stream()
                .flatMap(there -> there.block().blocks().stream()
                        .filter(nested -> OF_NOTIFICATIONS.contains(nested.type()))
                        .filter(BucketNotification::isOfNewFiles)
                        .filter(nested -> overlaps(nested, prefix))
                        .map(nested -> new Obstacle(
                                there.file(),
                                new Diagnostic(
                                        CODE,
                                        nested.line(),
                                        "The \"" + nested.type() + "\" has, or may have, files below \"" + prefix
                                                + "\" as well, and S3 refuses filters that lie in one another.",
                                        "Give the two different folders, or one of them other events."),
                                false)))
                .toList();
    }

    private static boolean isOfNewFiles(HclBlock nested) {
        List<String> events = nested.attribute("events").stream()
                .flatMap(list -> list.value().parts().stream())
                .flatMap(event -> event.string().stream())
                .toList();
        return events.isEmpty() || events.stream().anyMatch(event -> event.startsWith("s3:ObjectCreated"));
    }

    private static boolean overlaps(HclBlock nested, String prefix) {
        Optional<HclExpression> filter = nested.attribute("filter_prefix").map(attribute -> attribute.value());
        if (filter.isEmpty()) {
            return true;
        }
        return filter.orElseThrow()
                .string()
                .map(other -> (other.startsWith(prefix) || prefix.startsWith(other))
                        && !(other.equals(prefix) && nested.type().equals("queue")))
                .orElse(!nested.type().equals("queue"));
    }
}
