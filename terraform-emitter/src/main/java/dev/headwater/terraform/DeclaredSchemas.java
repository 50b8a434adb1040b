package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Names;
import dev.headwater.terraform.DeclaredObjects.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Schemas that other people's blocks make in the loader's database; Snowflake's names are in upper case. */
final class DeclaredSchemas {

    private static final List<String> DATABASES =
            List.of("schema_database", "schema_database_name", "database_name", "database");
    private static final Pattern MODULE = Pattern.compile("module\\.([\\p{L}\\p{N}_-]+)(?:\\[\"([^\"]*)\"])?\\..+");

    private final Names names;
    private final Configuration snowflake;
    private final DeclaredObjects schemas;

    private final List<LocatedBlock> maps = new ArrayList<>();

    DeclaredSchemas(DataSourcePlan plan, Configuration snowflake) {
        this.names = plan.names();
        this.snowflake = snowflake;
        this.schemas = DeclaredObjects.onSnowflake(plan.platform(), snowflake);
        snowflake.blocks("module").stream().filter(this::looksLikeIt).forEach(this::addModule);
        snowflake.resources("snowflake_schema").forEach(this::add);
    }

    DeclaredObjects things() {
        return schemas;
    }

    /**
     * Blocks that make a schema for each element of a map or set that is written out, some in the loader's database.
     */
    List<LocatedBlock> maps() {
        return maps;
    }

    private boolean looksLikeIt(LocatedBlock call) {
        return call.block().attribute("schema_name").isPresent()
                || call.literal("source")
                        .filter(source -> ModuleName.isNamedBy("snowflake_schema", source))
                        .isPresent();
    }

    /** A module is told the schema's name also to grant something on it. */
    private void addModule(LocatedBlock call) {
        switch (snowflake.judge(call, "snowflake_schema")) {
            case MAKES -> add(call);
            case MAY_MAKE -> schemas.addPossible(call, name(call), one -> database(call, one));
            case MAKES_NONE -> {}
        }
    }

    private static String name(LocatedBlock block) {
        return Stream.of("schema_name", "name")
                .flatMap(attribute -> block.expression(attribute).stream())
                .findFirst()
                .orElse("");
    }

    private void add(LocatedBlock block) {
        schemas.add(block, name(block), one -> database(block, one));
        boolean isMap = !schemas.makesNoneOfOurs(block)
                && BlockInstance.of(block, snowflake).stream()
                        .flatMap(List::stream)
                        .anyMatch(one -> one.isOneOfMany() && database(block, one) == Place.HERE);
        if (isMap) {
            maps.add(block);
        }
    }

    /** Whether the schema is in the loader's database. */
    private Place database(LocatedBlock block, BlockInstance one) {
        Optional<String> expression = DATABASES.stream()
                .flatMap(attribute -> block.expression(attribute).stream())
                .map(snowflake::resolved)
                .map(text -> text.replaceFirst("^\"\\$\\{([^{}]*)}\"$", "$1"))
                .findFirst();
        if (expression.isEmpty()) {
            return Place.UNKNOWN;
        }
        Optional<String> literal = one.string(expression.get());
        if (literal.isPresent()) {
            return isOurs(literal.get());
        }
        Matcher module = MODULE.matcher(one.text(expression.get()));
        return module.matches() ? database(module.group(1), Optional.ofNullable(module.group(2))) : Place.UNKNOWN;
    }

    private Place database(String label, Optional<String> key) {
        if (label.equals(names.databaseModule())) {
            return Place.HERE;
        }
        Optional<String> name =
                key.or(() -> snowflake.module(label).flatMap(module -> module.literal("database_name")));
        Place unnamed = label.startsWith("database_") ? Place.ELSEWHERE : Place.UNKNOWN;
        return name.map(this::isOurs).orElse(unnamed);
    }

    private Place isOurs(String database) {
        return database.equalsIgnoreCase(names.database()) ? Place.HERE : Place.ELSEWHERE;
    }
}
