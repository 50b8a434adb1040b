package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Literal;
import dev.headwater.document.HclExpression.Raw;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Names;
import dev.headwater.terraform.DeclaredObjects.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Schemas that other people's blocks make in the loader's database. */
final class DeclaredSchemas extends DeclaredObjects {

    private static final List<String> DATABASES =
            List.of("schema_database", "schema_database_name", "database_name", "database");

    private final Names names;
    private final Configuration snowflake;
    /** Blocks that make a schema for each element of a map that is written out, some in the loader's database. */
    final List<SchemaMap> maps = new ArrayList<>();

    DeclaredSchemas(DataSourcePlan plan, Configuration snowflake) {
        super(plan, snowflake, DeclaredObjects::upper);
        this.names = plan.names();
        this.snowflake = snowflake;
        snowflake.blocks("module").stream().filter(this::looksLikeIt).forEach(this::addModule);
        snowflake.resources(ModuleContents.SCHEMA).forEach(resource -> add(resource, false));
    }

    private boolean looksLikeIt(LocatedBlock call) {
        return call.block().attribute("schema_name").isPresent() || ModuleName.isOf(ModuleContents.SCHEMA, call);
    }

    /** A module is told the schema's name also to grant something on it. */
    private void addModule(LocatedBlock call) {
        ModuleContents contents = ModuleContents.of(call, snowflake);
        if (contents != ModuleContents.WITHOUT_SCHEMA) {
            add(call, contents == ModuleContents.MAYBE_WITH_SCHEMA);
        }
    }

    private void add(LocatedBlock block, boolean isForeign) {
        Optional<HclExpression> name = block.value("schema_name").or(() -> block.value("name"));
        Optional<HclExpression> database = DATABASES.stream()
                .flatMap(attribute -> block.value(attribute).stream())
                .findFirst();
        add(block, name, one -> place(database, one), isForeign);
        boolean isMap = !isForeign
                && !makesNoneOfOurs(block)
                && BlockInstance.of(block, snowflake).stream()
                        .flatMap(List::stream)
                        .anyMatch(one -> one.key().isPresent() && place(database, one) == Place.HERE);
        if (isMap) {
            maps.add(new SchemaMap(block, snowflake));
        }
    }

    /** Whether the schema is in the loader's database. */
    private Place place(Optional<HclExpression> database, BlockInstance one) {
        Optional<String> name = database.flatMap(one::string);
        return name.isEmpty()
                        && database.map(one::resolved).orElse(new Raw("")) instanceof Reference reference
                        && reference.startsWith("module")
                        && reference.steps().size() > 2
                ? ofModule(reference.steps().get(1).value(), reference.steps().get(2))
                : name.map(this::place).orElse(Place.UNKNOWN);
    }

    private Place ofModule(String label, Literal keyOrOutput) {
        if (label.equals(names.databaseModule())) {
            return Place.HERE;
        }
        Optional<String> name = Optional.of(keyOrOutput)
                .filter(Literal::isString)
                .map(Literal::value)
                .or(() -> snowflake.module(label).flatMap(module -> module.literal("database_name")));
        return name.map(this::place).orElse(label.startsWith("database_") ? Place.ELSEWHERE : Place.UNKNOWN);
    }

    private Place place(String database) {
        return database.equalsIgnoreCase(names.database()) ? Place.HERE : Place.ELSEWHERE;
    }
}
