package dev.headwater.terraform;

import dev.headwater.platform.Platform;
import dev.headwater.terraform.OtherThings.Place;
import java.util.List;
import java.util.stream.Stream;

/** Databases and users that other people's blocks make; a Snowflake account has one of each name. */
final class OtherAccountObjects {

    private OtherAccountObjects() {}

    static OtherThings databases(Platform platform, Configuration snowflake) {
        return in(platform, snowflake, "database", List.of("snowflake_database"));
    }

    static OtherThings users(Platform platform, Configuration snowflake) {
        return in(platform, snowflake, "user", List.of("snowflake_user", "snowflake_service_user"));
    }

    private static OtherThings in(Platform platform, Configuration snowflake, String kind, List<String> resources) {
        OtherThings others = OtherThings.onSnowflake(platform, snowflake);
        Stream<Placed> modules = snowflake.blocks("module").stream()
                .filter(call -> call.literal("source")
                        .filter(source -> ModuleName.isNamedBy("snowflake_" + kind, source))
                        .isPresent());
        modules.forEach(call -> others.add(call, call.expression(kind + "_name").orElse(""), any -> Place.HERE));
        resources.stream()
                .flatMap(type -> snowflake.resources(type).stream())
                .forEach(block -> others.add(block, block.expression("name").orElse(""), any -> Place.HERE));
        return others;
    }
}
