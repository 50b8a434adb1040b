package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.platform.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Things of one kind that other people's blocks make, by their names as the target stores them. */
final class DeclaredObjects {

    /** Whether a thing is where the plan's would be. */
    enum Place {
        HERE,
        ELSEWHERE,
        UNKNOWN
    }

    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{[^{}]*}");

    private final Set<String> noneOfOurs;
    private final Configuration configuration;
    private final UnaryOperator<String> stored;
    private final Map<String, Set<LocatedBlock>> here = new HashMap<>();
    private final Map<String, LocatedBlock> perhaps = new HashMap<>();
    private final Map<LocatedBlock, Pattern> repeated = new LinkedHashMap<>();
    private final Set<LocatedBlock> unnamed = new LinkedHashSet<>();
    private final Set<LocatedBlock> possible = new HashSet<>();

    private DeclaredObjects(Platform platform, Configuration configuration, UnaryOperator<String> stored) {
        this.noneOfOurs = platform.makingNoneOfOurs();
        this.configuration = configuration;
        this.stored = stored;
    }

    /** Things on Snowflake, which stores their names in upper case. */
    static DeclaredObjects onSnowflake(Platform platform, Configuration configuration) {
        return new DeclaredObjects(platform, configuration, name -> name.toUpperCase(Locale.ROOT));
    }

    /** Things on AWS, where case counts. */
    static DeclaredObjects onAws(Platform platform, Configuration configuration) {
        return new DeclaredObjects(platform, configuration, name -> name);
    }

    /**
     * Takes what a block makes, unless the platform says that it is none of ours.
     *
     * @param name the expression of its name
     * @param place where each of them is
     */
    void add(LocatedBlock block, String name, Function<BlockInstance, Place> place) {
        if (makesNoneOfOurs(block)) {
            return;
        }
        String expression = configuration.resolved(name);
        Optional<List<BlockInstance>> made = BlockInstance.of(block, configuration);
        if (made.isEmpty()) {
            BlockInstance any = new BlockInstance(Optional.empty(), "");
            // Which of several places it is in, only Terraform knows.
            Place somewhere = place.apply(any) == Place.ELSEWHERE ? Place.ELSEWHERE : Place.UNKNOWN;
            add(block, expression, any.string(expression), somewhere, true);
        }
        made.orElse(List.of())
                .forEach(one -> add(block, expression, one.string(expression), place.apply(one), one.isOneOfMany()));
    }

    /** Takes what a call makes whose module is not there to tell whether it makes anything. */
    void addPossible(LocatedBlock call, String name, Function<BlockInstance, Place> place) {
        possible.add(call);
        add(call, name, place);
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

    private void add(LocatedBlock block, String expression, Optional<String> name, Place place, boolean isOneOfMany) {
        if (place == Place.ELSEWHERE) {
            return;
        }
        if (name.isPresent() && place == Place.HERE) {
            here.computeIfAbsent(stored.apply(name.get()), any -> new LinkedHashSet<>())
                    .add(block);
        } else if (name.isPresent()) {
            perhaps.putIfAbsent(stored.apply(name.get()), block);
        } else if (isOneOfMany) {
            repeated.put(block, whatItCanBe(expression));
        } else if (!expression.isEmpty()) {
            unnamed.add(block);
        }
    }

    /** What is written around the parts that only Terraform knows. */
    private Pattern whatItCanBe(String expression) {
        if (!expression.matches("(?s)\"[^\"]*\"")) {
            return Pattern.compile("(?s).*");
        }
        String text = expression.substring(1, expression.length() - 1);
        return Pattern.compile(Arrays.stream(TEMPLATE.split(text, -1))
                .map(stored)
                .map(Pattern::quote)
                .collect(Collectors.joining(".*", "(?s)", "")));
    }

    /** The block that makes a thing. */
    Optional<LocatedBlock> block(String name) {
        return here(name).filter(block -> !possible.contains(block)).findFirst();
    }

    /** Calls that name a thing, of whose modules nothing shows whether they make it. */
    List<LocatedBlock> possible(String name) {
        return here(name).filter(possible::contains).toList();
    }

    private Stream<LocatedBlock> here(String name) {
        return here.getOrDefault(stored.apply(name), Set.of()).stream();
    }

    /** The block that makes a thing of that name, which may be the same. */
    Optional<LocatedBlock> namesake(String name) {
        return Optional.ofNullable(perhaps.get(stored.apply(name)));
    }

    /** Blocks that make several things, of which one may have that name. */
    List<LocatedBlock> repeated(String name) {
        return repeated.entrySet().stream()
                .filter(block -> block.getValue().matcher(stored.apply(name)).matches())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Blocks that make one thing, of which only Terraform knows the name. */
    List<LocatedBlock> unnamed() {
        return new ArrayList<>(unnamed);
    }
}
