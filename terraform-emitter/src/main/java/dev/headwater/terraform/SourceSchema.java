package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.HelperSchema;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.render.HclString;
import dev.headwater.terraform.PlanReferences.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Step 3: the schema of a source, or one that a new loader's tool keeps for all of them. */
final class SourceSchema extends PlanPart {

    static final String READERS = "grant_reader_to_account_roles";
    private static final String DATABASE = "database_name";
    private static final List<String> OTHER_DATABASES = List.of("schema_database", "schema_database_name");
    private static final Set<String> ALSO_KNOWN = Set.of("schema_database", "schema_database_name", DATABASE, READERS);

    private final Optional<Source> source;
    private final ModuleContract contract;
    private final Scope scope;
    private final String name;
    private final String label;
    private final String comment;

    SourceSchema(DataSourcePlan plan, Source source, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
        this.source = Optional.of(source);
        this.contract = snowflake.contract("snowflake_schema");
        this.scope = scope(source);
        this.name = names.schema(source);
        this.label = names.schemaModule(source);
        this.comment = "Data from " + source.name() + " loaded by " + loader + ".";
    }

    private SourceSchema(HelperSchema helper, DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
        this.source = Optional.empty();
        this.contract = snowflake.contract("snowflake_schema");
        this.scope = loader;
        this.name = helper.name();
        this.label = "schema_" + loader + "_" + helper.name().toLowerCase(Locale.ROOT);
        this.comment = "Kept by " + loader + " for all of its sources.";
    }

    static SourceSchema of(HelperSchema helper, DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        return new SourceSchema(helper, plan, existing, out);
    }

    @Override
    void emit() {
        AlreadyThere others = new AlreadyThere(existing.schemas, "schema", name, "module." + label);
        others.findings(scope).forEach(out::finding);
        if (!others.isMade()) {
            source.ifPresent(of -> existing.schemas.maps.forEach(map -> out.finding(map.finding(of, label, scope))));
            write(others);
        }
    }

    private void write(AlreadyThere others) {
        Expression database = references.database();
        Expression reader = references.reader;
        ModuleBlock block = runbookBlock(database, reader);
        nameDatabase(block);
        boolean namesReaders = nameReaders(block);
        waitForDatabase(block);
        ModuleCall call = new ModuleCall(contract, block, ALSO_KNOWN);
        call.findings(scope).forEach(out::finding);
        Fragment fragment = Fragment.hclBlock(scope, snowflake.file("schemas.tf"), call.text())
                .holdingData()
                .obstructedBy(others.obstacles())
                .obstructedBy(call.obstacles())
                .obstructedBy(database.obstacles());
        if (namesReaders) {
            reader.findings().forEach(out::finding);
            fragment = fragment.obstructedBy(reader.obstacles());
        }
        out.fragment(fragment);
    }

    private ModuleBlock runbookBlock(Expression database, Expression reader) {
        return new ModuleBlock(Templates.SCHEMA.render(Map.of(
                "label", label,
                "database", database.text(),
                "schema_name", HclString.encode(name),
                "schema_comment", HclString.encode(comment),
                "reader", reader.text(),
                "database_module", "module." + names.databaseModule())));
    }

    /** RB01. */
    private void nameDatabase(ModuleBlock block) {
        contract.nameOf(OTHER_DATABASES).ifPresent(argument -> {
            block.rename(Map.of(DATABASE, argument));
            out.finding(Finding.know(
                    Deviation.SCHEMA_ARGUMENT,
                    scope,
                    "The schema module takes the database as \"" + argument + "\", not as \"database_name\"."));
        });
    }

    /** RB04: a schema's own future grants hide those of its database. */
    private boolean nameReaders(ModuleBlock block) {
        boolean isWanted = source.isPresent() && !platform.asWritten(Deviation.SCHEMA_READER);
        if (isWanted && contract.taken.has(READERS)) {
            out.finding(Finding.know(
                    Deviation.SCHEMA_READER,
                    scope,
                    "The schema's readers are named, because grants on a schema's future tables hide the database's."));
            return true;
        }
        block.remove(READERS);
        if (isWanted) {
            String shown = contract.isKnown()
                    ? "The schema module has no variable " + READERS
                    : "Nothing shows that the schema module has a variable " + READERS;
            out.finding(Finding.act(
                    Deviation.SCHEMA_READER,
                    scope,
                    shown + ": check that " + platform.sourcesReaderRole()
                            + " can read new tables of the schema, because grants on a schema's future tables hide the"
                            + " database's."));
        }
        return false;
    }

    /** RB05: in one apply the schema could come before the database's grants. */
    private void waitForDatabase(ModuleBlock block) {
        boolean isWanted = !platform.asWritten(Deviation.SCHEMA_AFTER_DATABASE);
        Optional<LocatedBlock> own = contract.ownProvider();
        if (!isWanted || own.isPresent()) {
            block.remove("depends_on");
        }
        if (isWanted) {
            out.finding(own.map(provider -> Finding.act(
                            Deviation.SCHEMA_AFTER_DATABASE,
                            scope,
                            "The schema module configures a provider itself (" + provider.place()
                                    + "), so Terraform lets it depend on nothing: apply the database first."))
                    .orElseGet(() -> Finding.know(
                            Deviation.SCHEMA_AFTER_DATABASE,
                            scope,
                            "The schema waits for the whole database module, so that one pull request does for"
                                    + " both.")));
        }
    }
}
