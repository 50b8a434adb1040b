package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.document.TerraformDirectory.Place;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Step 4.3 for Snowpipe (RB23): the bucket's one notification gets a queue for each table. A second notification would
 * overwrite the first (provider hashicorp/aws), so a first one is written only where none is, or may be, the bucket's.
 */
final class BucketNotification extends PlanPart {

    private static final String FILE = "snowpipe_notifications.tf";

    private final Source source;
    private final Snowpipe<?> snowpipe;
    private final String bucket;
    private final Scope scope;
    private final Configuration aws = existing.aws;
    private final Configuration withOwn = new Configuration(existing.view.withOwn(), aws.folder());
    private final List<DeclaredNotification> others = DeclaredNotification.in(aws);
    private final List<String> named;
    private final Address.HclBlock own;

    BucketNotification(
            DataSourcePlan plan,
            Source source,
            Snowpipe<?> snowpipe,
            ExistingTerraform existing,
            Emission.Builder out) {
        super(plan, existing, out);
        this.source = source;
        this.snowpipe = snowpipe;
        this.bucket = snowpipe.bucket();
        this.scope = scope(source);
        this.named = named();
        this.own = address(snowpipe.bucketNotification().orElse(named.isEmpty() ? label(snowpipe) : named.get(0)));
    }

    /** What resources of a bucket are called. */
    static String label(Snowpipe<?> snowpipe) {
        String name = snowpipe.bucket().replaceAll("[^a-z0-9]", "_");
        return Character.isDigit(name.charAt(0)) ? "bucket_" + name : name;
    }

    /** What the plan's sources call the bucket's notification. */
    private List<String> named() {
        return sourcesOfTheBucket()
                .flatMap(other -> ((Snowpipe<?>) other.method()).bucketNotification().stream())
                .distinct()
                .toList();
    }

    private Stream<Source> sourcesOfTheBucket() {
        return plan.sources().stream()
                .filter(other -> other.method() instanceof Snowpipe<?> method
                        && method.bucket().equals(bucket));
    }

    private List<String> prefixes(Source of) {
        Snowpipe<?> method = (Snowpipe<?>) of.method();
        return of.tables().stream()
                .flatMap(table -> method.files(of, table, names).stream())
                .map(Snowpipe.Files::prefix)
                .toList();
    }

    @Override
    void emit() {
        List<String> prefixes = prefixes(source);
        Optional<String> channel = snowpipe.notificationChannel();
        if (channel.isPresent()) {
            out.finding(Finding.know(
                    Deviation.BUCKET_NOTIFICATION,
                    scope,
                    "The notification of the bucket gets a queue for each table; a second notification would overwrite"
                            + " the first."));
            add(channel.orElseThrow(), prefixes);
        } else if (!isNotified(prefixes)) {
            out.finding(Finding.act(
                    Deviation.BUCKET_NOTIFICATION,
                    scope,
                    "New files are not loaded by themselves yet: once the first apply has told the queue of the pipes,"
                            + " put it into the plan, and run again.",
                    "snowpipe.notificationChannel(\"arn:aws:sqs:...\")"));
        }
    }

    private boolean isNotified(List<String> prefixes) {
        return DeclaredNotification.in(withOwn).stream()
                .filter(one -> one.isOf(bucket) || (!named.isEmpty() && isAt(own, one) && one.mayBeOf(bucket)))
                .map(one -> NotifiedFiles.of(one.block()))
                .anyMatch(told -> prefixes.stream()
                        .allMatch(prefix -> told.stream().anyMatch(files -> files.isNotificationOf(prefix))));
    }

    private Address.HclBlock address(String label) {
        return new Address.HclBlock(aws.folder(), "resource", List.of(DeclaredNotification.TYPE, label));
    }

    private static boolean isAt(Address.HclBlock address, DeclaredNotification one) {
        return one.block().block().is(address.type(), address.labels());
    }

    private void add(String channel, List<String> prefixes) {
        Address.HclBlock notification = notification();
        List<Obstacle> obstacles = obstacles(notification);
        List<NotifiedFiles> there = withOwn.files.blocks(notification.type(), notification.labels()).stream()
                .flatMap(block -> NotifiedFiles.of(block).stream())
                .toList();
        for (String prefix : prefixes) {
            if (there.stream().noneMatch(files -> files.hasMoreThan(prefix, channel))) {
                String encoded = HclString.encode(prefix);
                out.fragment(Fragment.hclElement(
                                scope,
                                notification.inside().nested("queue", "filter_prefix", encoded),
                                Templates.QUEUE.render(Map.of("queue", HclString.encode(channel), "prefix", encoded)))
                        .obstructedBy(obstacles)
                        .obstructedBy(there.stream()
                                .flatMap(files -> files.obstacle(prefix, channel).stream())
                                .toList()));
            }
        }
    }

    /** Where the queues go: the bucket's notification that is there, or one of the plan's own. */
    private Address.HclBlock notification() {
        List<DeclaredNotification> certain = others.stream()
                .filter(other -> !other.isModule() && other.isOf(bucket))
                .toList();
        if (named.isEmpty() && certain.size() == 1) {
            return address(certain.get(0).block().label());
        }
        List<Obstacle> obstacles = Stream.concat(
                        others.stream()
                                .filter(other -> other.mayBeOf(bucket))
                                .map(other -> other.inPlaceOfAFirstOne(bucket)),
                        unread())
                .toList();
        String label = own.labels().get(1);
        out.fragment(Fragment.hclBlock(
                        scope,
                        aws.file(FILE),
                        Templates.BUCKET_NOTIFICATION.render(
                                Map.of("label", label, "bucket", HclString.encode(bucket))))
                .once()
                .obstructedBy(obstacles));
        if (obstacles.isEmpty() && isFirst()) {
            out.finding(Finding.act(
                    "snowpipe.first-notification",
                    scope,
                    "Nothing in " + aws.shownFolder() + " makes a notification of the bucket " + bucket
                            + ", so a first one is written, and whatever notification the bucket has outside of"
                            + " Terraform is replaced by it. Look with aws s3api"
                            + " get-bucket-notification-configuration --bucket " + bucket
                            + " first; what that shows, write into the block, and import it."));
        }
        return own;
    }

    /** Whether it is not there, or has nothing but what is written for this plan. */
    private boolean isFirst() {
        List<String> prefixes =
                sourcesOfTheBucket().flatMap(other -> prefixes(other).stream()).toList();
        return withOwn.files.blocks(own.type(), own.labels()).stream()
                .allMatch(block -> block.file().equals(aws.file(FILE))
                        && NotifiedFiles.of(block).stream()
                                .allMatch(files -> prefixes.stream().anyMatch(files::isNotificationOf)));
    }

    /** Notifications in a form that is not read. */
    private Stream<Obstacle> unread() {
        Stream<Place> overrides = aws.files.overrides().entrySet().stream()
                .flatMap(file -> file.getValue().blocks().stream()
                        .map(block -> new LocatedBlock(file.getKey(), block))
                        .filter(block -> block.isOf(DeclaredNotification.TYPE))
                        .map(block -> new Place(block.file(), block.block().line())));
        return Stream.concat(aws.files.inJson("resource", List.of(DeclaredNotification.TYPE)).stream(), overrides)
                .map(place -> new Obstacle(
                        place.file(),
                        new Diagnostic(
                                DeclaredNotification.CODE,
                                place.line(),
                                "The file speaks of a notification in a form that is not read, and the bucket " + bucket
                                        + " has only one.",
                                "If it is that bucket's, " + DeclaredNotification.BY_HAND
                                        + "; if not, paste the block."),
                        false));
    }

    /** Why no queue may be put into a notification. */
    private List<Obstacle> obstacles(Address.HclBlock notification) {
        List<Obstacle> found = new ArrayList<>();
        if (named.size() > 1) {
            found.add(new Obstacle(
                    aws.file(FILE),
                    new Diagnostic(
                            DeclaredNotification.CODE,
                            0,
                            "The plan names several notifications of the bucket " + bucket + ", which has only one: "
                                    + String.join(" and ", named) + ".",
                            "Say the same bucketNotification(...) for all sources of the bucket."),
                    true));
        }
        for (DeclaredNotification one : DeclaredNotification.in(withOwn)) {
            if (isAt(notification, one)) {
                one.againstQueues(bucket, !named.isEmpty()).ifPresent(found::add);
            } else if (one.isOf(bucket)) {
                found.add(one.inPlaceOfAFirstOne(bucket));
            }
        }
        return found;
    }
}
