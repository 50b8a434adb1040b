package dev.headwater.terraform;

import dev.headwater.terraform.OtherThings.Place;
import java.util.List;
import java.util.Optional;

/** Secrets that other people's blocks make. */
final class OtherSecrets {

    private final Configuration aws;
    private final OtherThings secrets = new OtherThings();

    private OtherSecrets(Configuration aws) {
        this.aws = aws;
    }

    static OtherThings in(Configuration aws) {
        OtherSecrets others = new OtherSecrets(aws);
        aws.resources(OwnBlocks.SECRET).forEach(others::add);
        return others.secrets;
    }

    private void add(Placed block) {
        String name = block.expression("name").orElse("");
        List<Repetition> made = Repetition.of(block, aws).orElse(List.of());
        if (Repetition.of(block, aws).isEmpty()) {
            secrets.addUnknown(block, Place.UNKNOWN);
        }
        for (Repetition one : made) {
            Optional<String> known = one.string(name);
            known.ifPresent(text -> secrets.add(text, block, Place.HERE));
            if (known.isEmpty() && one.isOneOfMany()) {
                secrets.addUnknown(block, Place.UNKNOWN);
            }
        }
    }
}
