package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.platform.Platform;
import dev.headwater.terraform.DeclaredObjects.Place;
import java.util.List;
import java.util.stream.Stream;

/** Databases and users that other people's blocks make; a Snowflake account has one of each name. */
final class DeclaredAccountObjects {

    private DeclaredAccountObjects() {}

    static DeclaredObjects databases(Platform platform, Configuration snowflake) {
        return in(platform, snowflake, "database", List.of("snowflake_database"));
    }

    static DeclaredObjects users(Platform platform, Configuration snowflake) {
        return in(platform, snowflake, "user", List.of("snowflake_user", "snowflake_service_user"));
    }

    private static DeclaredObjects in(Platform platform, Configuration snowflake, String kind, List<String> resources) {
        DeclaredObjects others = DeclaredObjects.onSnowflake(platform, snowflake);
        Stream<LocatedBlock> modules = snowflake.blocks("module").stream()
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
