package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Address.HclBlock;
import dev.headwater.emit.Fragment;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.ShellWord;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reviewer compares the plans of a source through Snowpipe with. It holds for the first merge and for the one
 * that adds the bucket's notification.
 *
 * @param fragments what is emitted for the source
 * @param bucket where its files are
 * @param awsProfile by which a person looks at the bucket
 */
record SnowpipeReview(List<Fragment> fragments, String bucket, String awsProfile) {

    String body() {
        List<HclBlock> integration = fragments.stream()
                .filter(SnowpipePreparation::isOfIntegration)
                .flatMap(fragment -> as(HclBlock.class, fragment))
                .toList();
        List<HclBlock> made = fragments.stream()
                .flatMap(fragment -> as(HclBlock.class, fragment))
                .filter(block -> !integration.contains(block))
                .filter(block -> Set.of("module", "resource", "output").contains(block.type()))
                .toList();
        List<HclBlock> continued = fragments.stream()
                .flatMap(fragment -> as(Address.HclElement.class, fragment))
                .map(Address.HclElement::block)
                .filter(block -> block.type().equals("resource") && !made.contains(block))
                .distinct()
                .toList();
        return line("There by now: ", integration, ".")
                + line("New, as far as no earlier merge made it: ", made, ".")
                + line(
                        "The bucket's first notification: ",
                        made.stream().filter(SnowpipeReview::isNotification).toList(),
                        ". "
                                + MarkdownText.code("aws s3api get-bucket-notification-configuration --bucket "
                                        + ShellWord.encode(bucket) + " --profile " + ShellWord.encode(awsProfile))
                                + " shows no other one, which this would overwrite.")
                + line(
                        "Changed in place, if at all, and never created anew: ",
                        continued,
                        ". A second one would overwrite what is there.");
    }

    private static <T> Stream<T> as(Class<T> kind, Fragment fragment) {
        return Stream.of(fragment.address()).filter(kind::isInstance).map(kind::cast);
    }

    private static boolean isNotification(HclBlock block) {
        return block.labels().get(0).equals(DeclaredNotification.TYPE);
    }

    private static String line(String before, List<HclBlock> blocks, String after) {
        return blocks.isEmpty()
                ? ""
                : "- " + before + blocks.stream().map(SnowpipeReview::address).collect(Collectors.joining(", ")) + after
                        + "\n";
    }

    private static String address(HclBlock block) {
        String labels = String.join(".", block.labels());
        return MarkdownText.code(block.type().equals("resource") ? labels : block.type() + "." + labels);
    }
}
