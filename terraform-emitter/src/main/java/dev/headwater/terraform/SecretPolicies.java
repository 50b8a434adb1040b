package dev.headwater.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the repository lets somebody read the secrets of other loaders (RB08). */
final class SecretPolicies {

    private static final Pattern PREFIX = Pattern.compile("secret:([A-Za-z0-9_+=.@-]+)/\\*");

    private final Configuration aws;
    private final String loader;

    SecretPolicies(Configuration aws, String loader) {
        this.aws = aws;
        this.loader = loader;
    }

    /** Each such line, as {@code aws/config/iam.tf:12 (dlt/*)}. */
    List<String> places() {
        List<String> places = new ArrayList<>();
        aws.files().files().forEach((file, hcl) -> {
            List<String> lines = hcl.text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Matcher prefix = PREFIX.matcher(lines.get(i));
                if (!lines.get(i).strip().startsWith("#")
                        && prefix.find()
                        && !prefix.group(1).equals(loader)) {
                    places.add(file + ":" + (i + 1) + " (" + prefix.group(1) + "/*)");
                }
            }
        });
        return places;
    }
}
