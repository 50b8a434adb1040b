package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Literal;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.problem.Diagnostic;
import dev.headwater.render.HclString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files of which a notification tells somebody. S3 refuses two filters for one event of which one lies in the other.
 *
 * @param file where it stands
 * @param block the block that says so
 * @param content the same, or what a dynamic one repeats
 */
record NotifiedFiles(String file, HclBlock block, HclBlock content) {

    private static final Set<String> TOLD = Set.of("queue", "topic", "lambda_function");

    static List<NotifiedFiles> of(LocatedBlock notification) {
        return notification.block().blocks().stream()
                .flatMap(nested -> of(notification.file(), nested))
                .toList();
    }

    private static Stream<NotifiedFiles> of(String file, HclBlock nested) {
        if (TOLD.contains(nested.type())) {
            return Stream.of(new NotifiedFiles(file, nested, nested));
        }
        return nested.type().equals("dynamic") && TOLD.containsAll(nested.labels())
                ? nested.blocks().stream().map(content -> new NotifiedFiles(file, nested, content))
                : Stream.of();
    }

    private Optional<HclExpression> value(String name) {
        return content.attribute(name)
                .map(HclAttribute::value)
                .filter(value -> !value.equals(new Literal("null", false)));
    }

    private boolean isQueue() {
        return block.type().equals("queue");
    }

    /** Whether it may be told of files that come; one event that cannot be read may be any. */
    private boolean isOfNewFiles() {
        List<HclExpression> events = value("events").map(HclExpression::parts).orElse(List.of());
        return events.isEmpty()
                || events.stream()
                        .anyMatch(event -> event.string()
                                .map(name -> name.startsWith("s3:ObjectCreated"))
                                .orElse(true));
    }

    private boolean hasAllOfItsFolder() {
        boolean isOfEveryNewFile = value("events")
                .filter(events -> events.parts().contains(new Literal("s3:ObjectCreated:*", true)))
                .isPresent();
        return isQueue() && isOfEveryNewFile && value("filter_suffix").isEmpty();
    }

    private boolean tells(String channel) {
        return value("queue_arn").flatMap(HclExpression::string).equals(Optional.of(channel));
    }

    /** Whether it is a queue for exactly a folder. */
    private boolean isFor(String prefix) {
        return isQueue()
                && value("filter_prefix").flatMap(HclExpression::string).equals(Optional.of(prefix));
    }

    /** Whether some queue is told of every new file of exactly a folder. */
    boolean isNotificationOf(String prefix) {
        return isFor(prefix) && hasAllOfItsFolder();
    }

    /** Whether a queue is told of a folder's files with those around it. */
    boolean hasMoreThan(String prefix, String channel) {
        return hasAllOfItsFolder()
                && tells(channel)
                && !isFor(prefix)
                && value("filter_prefix")
                        .map(filter ->
                                filter.string().filter(prefix::startsWith).isPresent())
                        .orElse(true);
    }

    /** Whether it is the queue of a folder in place of another one. */
    private boolean isInPlaceOf(String prefix, String channel) {
        return isFor(prefix) && !(tells(channel) && hasAllOfItsFolder());
    }

    /** Whether it has, or may have, files of a folder for which there is another queue. */
    private boolean overlaps(String prefix) {
        return isOfNewFiles()
                && !isFor(prefix)
                && value("filter_prefix")
                        .map(filter -> filter.string()
                                .map(other -> other.startsWith(prefix) || prefix.startsWith(other))
                                .orElse(!isQueue()))
                        .orElse(true);
    }

    /** Why a folder cannot have a queue besides. */
    Optional<Obstacle> obstacle(String prefix, String channel) {
        if (isInPlaceOf(prefix, channel)) {
            return Optional.of(obstacle(
                    "A queue has the files below \"" + prefix + "\" already: " + said() + ".",
                    "Have it say queue_arn = " + HclString.encode(channel)
                            + " and events = [\"s3:ObjectCreated:*\"], without a suffix; or, if it tells the pipes all"
                            + " the same, leave notificationChannel(...) out of the plan.",
                    true));
        }
        return overlaps(prefix)
                ? Optional.of(obstacle(
                        "The " + called() + " has, or may have, files below \"" + prefix
                                + "\" as well, and S3 refuses filters that lie in one another.",
                        "Give the two different folders, or one of them other events; if they are different already,"
                                + " add the queue by hand.",
                        false))
                : Optional.empty();
    }

    private Obstacle obstacle(String message, String hint, boolean evenWhenThere) {
        return new Obstacle(
                file, new Diagnostic(DeclaredNotification.CODE, block.line(), message, hint), evenWhenThere);
    }

    private String called() {
        return Stream.concat(Stream.of(block.type()), block.labels().stream())
                .map(part -> "\"" + part + "\"")
                .collect(Collectors.joining(" "));
    }

    /** What it says besides its folder. */
    private String said() {
        return content.attributes().stream()
                .filter(attribute -> !attribute.name().equals("filter_prefix"))
                .map(attribute -> attribute.name() + " = " + attribute.value().text())
                .collect(Collectors.joining(", "));
    }
}
