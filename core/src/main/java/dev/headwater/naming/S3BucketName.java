package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/**
 * Names of general purpose buckets in S3: 3 to 63 lower-case letters, digits, dots and hyphens, which begin and end
 * with a letter or a digit and are no address, and none of the beginnings and ends that AWS keeps for itself (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">bucket naming rules</a>).
 */
public record S3BucketName() implements NamingRule {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 63;

    @Override
    public String target() {
        return "S3 bucket";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.s3.bucket",
                !name.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
                        || name.contains("..")
                        || name.matches("\\d+\\.\\d+\\.\\d+\\.\\d+"),
                "is not made of lower-case letters, digits, single dots and hyphens, with a letter or digit at both ends,"
                        + " or is an address");
        faults.add(
                "name.s3.bucket-length",
                name.length() < SHORTEST || name.length() > LONGEST,
                "does not have between " + SHORTEST + " and " + LONGEST + " characters");
        faults.add(
                "name.s3.bucket-reserved",
                name.matches("(xn--|sthree-|amzn-s3-demo-).*|.*(-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)"),
                "begins or ends as names that AWS keeps for itself");
        return faults.found();
    }

    /** Of a URL, the bucket. */
    @Override
    public Optional<String> suggest(String text) {
        String bucket = text.replaceFirst("^s3://", "").replaceFirst("(?s)/.*", "");
        return check(bucket).isEmpty()
                ? Optional.of(bucket)
                : SnakeCase.suggestion(this, bucket, LONGEST, name -> name.replace('_', '-'));
    }
}
