package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Address;
import dev.headwater.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Objects of one kind that other people's blocks make, by their names as the target stores them. */
final class DeclaredObjects {

    static final String SECRET = "aws_secretsmanager_secret";

    /** Whether an object is where the plan's would be. */
    enum Place {
        HERE,
        ELSEWHERE,
        UNKNOWN
    }

    /** What a block has to do with an object that is wanted. */
    enum Role {
        /** It makes it. */
        MAKER,
        /** It names it, and nothing shows whether its module makes anything. */
        FOREIGN_MODULE,
        /** It makes one of that name, which may be elsewhere. */
        NAMESAKE,
        /** It makes several, of which one may be it. */
        OPEN_FOR_EACH,
        /** It makes one of which only Terraform knows the name. */
        OPEN_NAME,
        NONE
    }

    /**
     * An object, or one of several.
     *
     * @param isForeign whether its module is not there to tell whether it makes anything
     * @param name what can be read of its name
     */
    private record Declared(
            LocatedBlock block, boolean isForeign, Place place, boolean isOneOfMany, ReadableText name) {

        Role roleFor(String wanted) {
            if (!name.mayBe(wanted)) {
                return Role.NONE;
            }
            if (name.text().isEmpty()) {
                return isOneOfMany ? Role.OPEN_FOR_EACH : Role.OPEN_NAME;
            }
            return place != Place.HERE ? Role.NAMESAKE : isForeign ? Role.FOREIGN_MODULE : Role.MAKER;
        }
    }

    private final Set<String> noneOfOurs;
    private final Configuration configuration;
    private final UnaryOperator<String> stored;
    private final List<Declared> objects = new ArrayList<>();

    private DeclaredObjects(Platform platform, Configuration configuration, UnaryOperator<String> stored) {
        this.noneOfOurs = platform.makingNoneOfOurs();
        this.configuration = configuration;
        this.stored = stored;
    }

    /** Nothing yet; Snowflake stores names in upper case. */
    static DeclaredObjects onSnowflake(Platform platform, Configuration configuration) {
        return new DeclaredObjects(platform, configuration, name -> name.toUpperCase(Locale.ROOT));
    }

    /** Databases or users; a Snowflake account has one of each name. */
    static DeclaredObjects ofAccount(
            String kind, Platform platform, Configuration configuration, String... resourceTypes) {
        DeclaredObjects objects = onSnowflake(platform, configuration);
        configuration.callsOf("snowflake_" + kind).forEach(call -> objects.add(call, kind + "_name"));
        Stream.of(resourceTypes)
                .flatMap(type -> configuration.resources(type).stream())
                .forEach(resource -> objects.add(resource, "name"));
        return objects;
    }

    /** Secrets on AWS, where case counts. */
    static DeclaredObjects secrets(Platform platform, Configuration configuration) {
        DeclaredObjects secrets = new DeclaredObjects(platform, configuration, name -> name);
        configuration.resources(SECRET).forEach(resource -> secrets.add(resource, "name"));
        return secrets;
    }

    private void add(LocatedBlock block, String argument) {
        add(block, block.value(argument), any -> Place.HERE, false);
    }

    /**
     * Takes what a block makes, unless the platform says that it is none of ours.
     *
     * @param name its name
     * @param place where each of them is
     * @param isForeign whether the block's module is not there to tell whether it makes anything
     */
    void add(
            LocatedBlock block, Optional<HclExpression> name, Function<BlockInstance, Place> place, boolean isForeign) {
        if (makesNoneOfOurs(block)) {
            return;
        }
        Optional<List<BlockInstance>> made = BlockInstance.of(block, configuration);
        for (BlockInstance one : made.orElse(List.of(BlockInstance.any(configuration)))) {
            Place where = place.apply(one);
            boolean isOneOfMany = made.isEmpty() || one.isOneOfMany();
            if (where != Place.ELSEWHERE && (name.isPresent() || isOneOfMany)) {
                objects.add(new Declared(
                        block,
                        isForeign,
                        // Which of several places it is in, only Terraform knows.
                        made.isPresent() ? where : Place.UNKNOWN,
                        isOneOfMany,
                        name.map(one::text).orElse(ReadableText.NOTHING).as(stored)));
            }
        }
    }

    boolean makesNoneOfOurs(LocatedBlock block) {
        boolean isModule = block.block().type().equals("module");
        return noneOfOurs.stream()
                .anyMatch(said -> said.equals(block.address())
                        || isModule
                                && (said.equals(block.label())
                                        || block.literal("source")
                                                .filter(source ->
                                                        said.equals(source) || ModuleName.isNamedBy(said, source))
                                                .isPresent()));
    }

    /** The block that makes an object. */
    Optional<LocatedBlock> maker(String name) {
        return blocks(name, Role.MAKER).stream().findFirst();
    }

    /** The block that makes an object: somebody else's, or else the plan's own. */
    Address address(String name, Address.HclBlock own) {
        return maker(name)
                .map(LocatedBlock::block)
                .map(block -> new Address.HclBlock(configuration.folder(), block.type(), block.labels()))
                .orElse(own);
    }

    /** Blocks that have something to do with an object. */
    List<LocatedBlock> blocks(String name, Role role) {
        return objects.stream()
                .filter(one -> one.roleFor(stored.apply(name)) == role)
                .map(Declared::block)
                .distinct()
                .toList();
    }
}
