package dev.headwater.terraform;

import dev.headwater.platform.Platform;
import dev.headwater.terraform.DeclaredObjects.Place;

/** Secrets that other people's blocks make. */
final class DeclaredSecrets {

    static final String TYPE = "aws_secretsmanager_secret";

    private DeclaredSecrets() {}

    static DeclaredObjects in(Platform platform, Configuration aws) {
        DeclaredObjects secrets = DeclaredObjects.onAws(platform, aws);
        aws.resources(TYPE)
                .forEach(block -> secrets.add(block, block.expression("name").orElse(""), any -> Place.HERE));
        return secrets;
    }
}
