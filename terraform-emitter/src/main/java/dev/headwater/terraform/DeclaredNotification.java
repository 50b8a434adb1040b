package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.problem.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A block that makes notifications of buckets.
 *
 * @param block a resource, or the call of a module that has one
 * @param buckets what can be read of the name of each bucket; none where nothing is made
 */
record DeclaredNotification(LocatedBlock block, List<ReadableText> buckets) {

    static final String TYPE = "aws_s3_bucket_notification";

    static final String CODE = "snowpipe.notification";
    static final String BY_HAND = "add the queue there by hand, and leave notificationChannel(...) out of the plan";

    private static final String READABLE =
            "if it is another bucket's, give it one whose name can be read: a text, or a reference to its aws_s3_bucket";
    private static final int DEEPEST = 3;

    /** Those of a folder, and of the modules that are called from there. */
    static List<DeclaredNotification> in(Configuration aws) {
        return in(new DeclaredBuckets(aws, variable -> ReadableText.NOTHING), DEEPEST)
                .toList();
    }

    private static Stream<DeclaredNotification> in(DeclaredBuckets known, int depth) {
        Stream<DeclaredNotification> resources = known.configuration().resources(TYPE).stream()
                .map(resource -> new DeclaredNotification(resource, known.of(resource)));
        Stream<DeclaredNotification> modules = known.configuration().blocks("module").stream()
                .map(call -> new DeclaredNotification(
                        call, ofModule(call, known, depth - 1).toList()));
        return Stream.concat(resources, modules.filter(module -> !module.buckets.isEmpty()));
    }

    private static Stream<ReadableText> ofModule(LocatedBlock call, DeclaredBuckets known, int depth) {
        String source = call.literal("source").orElse("");
        return known.configuration()
                .moduleFiles(source)
                .filter(module -> depth > 0)
                .map(module -> known.instances(call).stream().flatMap(one -> inside(module, call, known, one, depth)))
                .orElseGet(() -> source.contains("notification") ? known.of(call).stream() : Stream.of());
    }

    private static Stream<ReadableText> inside(
            Configuration module, LocatedBlock call, DeclaredBuckets known, BlockInstance one, int depth) {
        DeclaredBuckets inner = new DeclaredBuckets(module, variable -> known.bucket(call.value(variable), one));
        Stream<ReadableText> unread =
                module.files.inJson("resource", List.of(TYPE)).stream().map(json -> ReadableText.NOTHING);
        return Stream.concat(in(inner, depth).flatMap(notification -> notification.buckets.stream()), unread);
    }

    boolean isModule() {
        return block.block().type().equals("module");
    }

    /** Whether it is for certain that of a bucket. */
    boolean isOf(String bucket) {
        return !buckets.isEmpty() && buckets.stream().allMatch(one -> one.text().equals(Optional.of(bucket)));
    }

    boolean mayBeOf(String bucket) {
        return buckets.stream().anyMatch(one -> one.mayBe(bucket));
    }

    /** Why there is no place for a first one beside it: it is, or may be, the bucket's. */
    Obstacle inPlaceOfAFirstOne(String bucket) {
        if (isOf(bucket)) {
            return obstacle(
                    called(bucket) + " already, and a bucket has only one.",
                    (isModule() ? "Here, " + BY_HAND : "Say " + naming()) + "; and remove the other, if there is one.",
                    false);
        }
        return uncertain(bucket, "; or paste the block.");
    }

    private String called(String bucket) {
        return block.called() + (isModule() ? " makes" : " is") + " the notification of the bucket " + bucket;
    }

    private String naming() {
        return "snowpipe.bucketNotification(\"" + block.label() + "\")";
    }

    private Obstacle uncertain(String bucket, String otherwise) {
        return obstacle(
                "Whether " + called(bucket) + " cannot be told for certain, and a bucket has only one.",
                (isModule() ? "If it does, " + BY_HAND : "If it is, say " + naming()) + "; " + READABLE + otherwise,
                false);
    }

    /** Why queues for a bucket cannot be put into it. */
    Optional<Obstacle> againstQueues(String bucket, boolean isNamed) {
        String other = "Name that of the bucket, or a label that is free, with snowpipe.bucketNotification(\"...\").";
        if (buckets.isEmpty()) {
            return Optional.of(obstacle(block.called() + " makes no notification at all.", other, true));
        }
        if (buckets.stream().anyMatch(one -> !one.mayBe(bucket))) {
            return Optional.of(obstacle(
                    block.called() + " is the notification of another bucket than " + bucket
                            + ", which would get the queues.",
                    other,
                    true));
        }
        return isNamed || isOf(bucket) ? Optional.empty() : Optional.of(uncertain(bucket, "."));
    }

    private Obstacle obstacle(String message, String hint, boolean evenWhenThere) {
        return new Obstacle(block.file(), new Diagnostic(CODE, block.block().line(), message, hint), evenWhenThere);
    }
}
