package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Address;
import dev.headwater.plan.DataSourcePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Objects of one kind that other people's blocks make, by their names as the target stores them. */
class DeclaredObjects {

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
        OPEN_NAME
    }

    /**
     * An object, or one of several.
     *
     * @param role what its block has to do with an object of its name
     * @param name what can be read of its name
     */
    private record Declared(LocatedBlock block, Role role, ReadableText name) {}

    private final Set<String> noneOfOurs;
    private final Configuration configuration;
    private final UnaryOperator<String> stored;
    private final List<Declared> objects = new ArrayList<>();

    /** @param stored how the target stores a name */
    DeclaredObjects(DataSourcePlan plan, Configuration configuration, UnaryOperator<String> stored) {
        this.noneOfOurs = plan.platform().makingNoneOfOurs();
        this.configuration = configuration;
        this.stored = stored;
    }

    /** Databases or users. */
    static DeclaredObjects onSnowflake(
            DataSourcePlan plan, Configuration configuration, String kind, String... resourceTypes) {
        DeclaredObjects objects = new DeclaredObjects(plan, configuration, DeclaredObjects::upper);
        configuration.callsOf("snowflake_" + kind).forEach(call -> objects.add(call, kind + "_name"));
        objects.addResources(resourceTypes);
        return objects;
    }

    /** Secrets on AWS, where case counts. */
    static DeclaredObjects secrets(DataSourcePlan plan, Configuration configuration) {
        DeclaredObjects secrets = new DeclaredObjects(plan, configuration, name -> name);
        secrets.addResources(SECRET);
        return secrets;
    }

    /** As Snowflake stores a name. */
    static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private void addResources(String... types) {
        Stream.of(types)
                .flatMap(type -> configuration.resources(type).stream())
                .forEach(resource -> add(resource, "name"));
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
    final void add(
            LocatedBlock block, Optional<HclExpression> name, Function<BlockInstance, Place> place, boolean isForeign) {
        if (makesNoneOfOurs(block)) {
            return;
        }
        Optional<List<BlockInstance>> made = BlockInstance.of(block, configuration);
        for (BlockInstance one : made.orElse(List.of(BlockInstance.any(configuration)))) {
            // Which of several places it is in, only Terraform knows.
            Place where = place.apply(one);
            boolean isHere = made.isPresent() && where == Place.HERE;
            boolean isOneOfMany = made.isEmpty() || one.key().isPresent();
            if (where != Place.ELSEWHERE && (name.isPresent() || isOneOfMany)) {
                ReadableText read =
                        name.map(one::text).orElse(ReadableText.NOTHING).as(stored);
                Role named = !isHere ? Role.NAMESAKE : isForeign ? Role.FOREIGN_MODULE : Role.MAKER;
                Role unnamed = isOneOfMany ? Role.OPEN_FOR_EACH : Role.OPEN_NAME;
                objects.add(new Declared(block, read.text().isPresent() ? named : unnamed, read));
            }
        }
    }

    final boolean makesNoneOfOurs(LocatedBlock block) {
        boolean isModule = block.block().type().equals("module");
        return noneOfOurs.contains(block.address())
                || isModule && noneOfOurs.stream().anyMatch(said -> isCalled(said, block));
    }

    private static boolean isCalled(String name, LocatedBlock module) {
        return name.equals(module.label())
                || module.literal("source").stream()
                        .anyMatch(source -> name.equals(source) || ModuleName.isNamedBy(name, source));
    }

    /** The block that makes an object. */
    final Optional<LocatedBlock> maker(String name) {
        return blocks(name, Role.MAKER).stream().findFirst();
    }

    /** The block that makes an object: somebody else's, or else the plan's own. */
    final Address address(String name, Address.HclBlock own) {
        return maker(name)
                .map(LocatedBlock::block)
                .map(block -> new Address.HclBlock(configuration.folder(), block.type(), block.labels()))
                .orElse(own);
    }

    /** Blocks that have something to do with an object. */
    final List<LocatedBlock> blocks(String name, Role role) {
        return objects.stream()
                .filter(one -> one.role() == role && one.name().mayBe(stored.apply(name)))
                .map(Declared::block)
                .distinct()
                .toList();
    }
}
