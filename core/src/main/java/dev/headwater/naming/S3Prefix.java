package dev.headwater.naming;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prefixes of object keys in S3, as an event notification or an external stage uses them: folders that end in a slash,
 * without which {@code crm} would match {@code crm_old/} as well. Characters are those that AWS calls safe (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html">object key names</a>). A key has at
 * most 1,024 bytes, of which 255 are left for the name of a file.
 */
public record S3Prefix() implements NamingRule {

    private static final int LONGEST = 1024 - 255;

    @Override
    public String target() {
        return "S3 prefix";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.s3.character",
                !name.matches("[A-Za-z0-9!_.*'()/-]*"),
                "holds a character other than letters, digits and /!-_.*'()");
        faults.add("name.s3.open", !name.endsWith("/"), "does not end in /, so it is also that of longer names");
        faults.add(
                "name.s3.folder",
                name.matches("(?s)(.*/)?\\.{0,2}/.*"),
                "has a folder that is called . or .. or nothing");
        faults.add("name.s3.soap", name.startsWith("soap/"), "begins with soap/, which S3 keeps for itself");
        faults.add(
                "name.s3.length",
                name.getBytes(StandardCharsets.UTF_8).length > LONGEST,
                "is longer than " + LONGEST + " bytes, and a key has 1,024");
        return faults.found();
    }

    @Override
    public Optional<String> suggest(String text) {
        if (check(text).isEmpty()) {
            return Optional.of(text);
        }
        String folders = Arrays.stream(text.split("/"))
                .flatMap(folder -> SnakeCase.of(folder).stream())
                .collect(Collectors.joining("/", "", "/"));
        return Optional.of(folders).filter(name -> check(name).isEmpty());
    }
}
