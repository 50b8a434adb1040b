package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Names;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Platform;
import dev.headwater.render.HclString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Step 3: the schema of a source. */
final class SourceSchema {

    private static final String READERS = "grant_reader_to_account_roles";
    private static final String IN_RUNBOOK = "database_name";
    private static final Set<String> KNOWN =
            Set.of("schema_database", "schema_database_name", IN_RUNBOOK, "schema_name", "schema_comment", READERS);

    private final DataSourcePlan plan;
    private final Source source;
    private final Names names;
    private final ExistingTerraform surroundings;
    private final Configuration snowflake;
    private final Emission.Builder out;
    private final Scope scope;

    SourceSchema(DataSourcePlan plan, Source source, ExistingTerraform surroundings, Emission.Builder out) {
        this.plan = plan;
        this.source = source;
        this.names = plan.names();
        this.surroundings = surroundings;
        this.snowflake = surroundings.snowflake();
        this.out = out;
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
    }

    void emit() {
        String label = "module." + names.schemaModule(source);
        AlreadyThere others = new AlreadyThere(surroundings.schemas(), "schema", names.schema(source), label);
        others.findings(scope).forEach(out::finding);
        if (!others.isMade()) {
            new SchemaMaps(snowflake, scope, out).say(surroundings.schemaMaps(), source.name(), label);
            write(others.obstacles());
        }
    }

    private void write(List<Obstacle> obstacles) {
        ModuleContract contract = surroundings.schemaModule();
        Map<String, String> providers = contract.providers("snowflake.sys_admin", "snowflake.security_admin");
        String databaseArgument =
                contract.nameOf("schema_database", "schema_database_name").orElse(IN_RUNBOOK);
        PlanReferences references = surroundings.references();
        boolean takesReaders = takesReaders(contract);
        String text = Templates.SCHEMA.render(Map.of(
                "label", names.schemaModule(source),
                "origin", Hcl.aligned(contract.origin()),
                "providers", Hcl.providers(providers),
                "arguments", Hcl.aligned(arguments(databaseArgument)),
                "copied", Hcl.paragraph(contract.copied(KNOWN)),
                "readers",
                        takesReaders
                                ? "\n"
                                        + Hcl.list(
                                                READERS,
                                                List.of(references.reader().text()))
                                : "",
                "depends_on", dependsOn(contract)));
        FittedCall call =
                FittedCall.of(contract, text, new ProviderFindings(snowflake, scope, out).check(contract, providers));
        new ContractFindings(snowflake, scope, out).check(contract, call.text(), KNOWN);
        out.fragment(Fragment.hclBlock(scope, snowflake.file("schemas.tf"), call.text())
                .holdingData()
                .obstructedBy(obstacles)
                .obstructedBy(call.obstacles())
                .obstructedBy(references.database().obstacles())
                .obstructedBy(takesReaders ? references.reader().obstacles() : List.of()));
        if (takesReaders) {
            references.reader().findings().forEach(out::finding);
        }
        if (!databaseArgument.equals(IN_RUNBOOK)) {
            out.finding(Finding.know(
                    Deviation.SCHEMA_ARGUMENT,
                    scope,
                    "The schema module takes the database as \"" + databaseArgument + "\", not as \"database_name\"."));
        }
    }

    private Map<String, String> arguments(String databaseArgument) {
        PlanReferences references = surroundings.references();
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put(databaseArgument, references.database().text());
        arguments.put("schema_name", HclString.encode(names.schema(source)));
        arguments.put(
                "schema_comment",
                HclString.encode("Data from " + source.name() + " loaded by "
                        + plan.loader().name() + "."));
        return arguments;
    }

    /** RB04: a schema's own future grants hide those of its database. */
    private boolean takesReaders(ModuleContract contract) {
        Platform platform = plan.platform();
        if (platform.asWritten(Deviation.SCHEMA_READER)) {
            return false;
        }
        if (contract.takes(READERS)) {
            out.finding(Finding.know(
                    Deviation.SCHEMA_READER,
                    scope,
                    "The schema's readers are named, because grants on a schema's future tables hide the database's."));
            return true;
        }
        String shown = contract.isKnown()
                ? "The schema module has no variable " + READERS
                : "Nothing shows that the schema module has a variable " + READERS;
        out.finding(Finding.act(
                Deviation.SCHEMA_READER,
                scope,
                shown + ": check that " + platform.sourcesReaderRole()
                        + " can read new tables of the schema, because grants on a schema's future tables hide the"
                        + " database's."));
        return false;
    }

    /** RB05: in one apply the schema could come before the database's grants. */
    private String dependsOn(ModuleContract contract) {
        if (plan.platform().asWritten(Deviation.SCHEMA_AFTER_DATABASE)) {
            return "";
        }
        Optional<LocatedBlock> provider = contract.ownProvider();
        if (provider.isPresent()) {
            out.finding(Finding.act(
                    Deviation.SCHEMA_AFTER_DATABASE,
                    scope,
                    "The schema module configures a provider itself ("
                            + provider.get().place()
                            + "), so Terraform lets it depend on nothing: apply the database first."));
            return "";
        }
        out.finding(Finding.know(
                Deviation.SCHEMA_AFTER_DATABASE,
                scope,
                "The schema waits for the whole database module, so that one pull request does for both."));
        return "\ndepends_on = [module." + names.databaseModule() + "]";
    }
}
