package dev.headwater.terraform;

import dev.headwater.platform.Platform;
import dev.headwater.terraform.OtherThings.Place;

/** Secrets that other people's blocks make. */
final class OtherSecrets {

    private OtherSecrets() {}

    static OtherThings in(Platform platform, Configuration aws) {
        OtherThings secrets = OtherThings.onAws(platform, aws);
        aws.resources(OwnBlocks.SECRET)
                .forEach(block -> secrets.add(block, block.expression("name").orElse(""), any -> Place.HERE));
        return secrets;
    }
}
