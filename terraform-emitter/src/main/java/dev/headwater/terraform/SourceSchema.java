package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Names;
import dev.headwater.plan.Source;
import dev.headwater.platform.Platform;
import dev.headwater.render.HclString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Step 3: the schema of a source. */
final class SourceSchema {

    private static final String READERS = "grant_reader_to_account_roles";
    private static final String IN_RUNBOOK = "database_name";

    private final DataSourcePlan plan;
    private final Source source;
    private final Names names;
    private final Configuration snowflake;
    private final Emission out;
    private final Scope scope;

    SourceSchema(DataSourcePlan plan, Source source, Configuration snowflake, Emission out) {
        this.plan = plan;
        this.source = source;
        this.names = plan.names();
        this.snowflake = snowflake;
        this.out = out;
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
    }

    void emit() {
        ModuleContract contract = new ModuleContract(
                "snowflake_schema",
                snowflake,
                plan.sources().stream().map(names::schemaModule).toList());
        String databaseArgument =
                contract.nameOf("schema_database", "schema_database_name").orElse(IN_RUNBOOK);
        String text = Templates.SCHEMA.render(Map.of(
                "label", names.schemaModule(source),
                "source", HclString.encode(contract.source()),
                "providers", Hcl.providers(contract.providers("snowflake.sys_admin", "snowflake.security_admin")),
                "arguments", Hcl.aligned(arguments(databaseArgument)),
                "readers", readers(contract),
                "depends_on", dependsOn()));
        out.fragment(
                Fragment.hclBlock(scope, snowflake.file("schemas.tf"), text).holdingData());
        if (!databaseArgument.equals(IN_RUNBOOK)) {
            out.finding(Finding.know(
                    "RB01",
                    scope,
                    "The schema module takes the database as \"" + databaseArgument + "\", not as \"database_name\"."));
        }
        new ContractFindings(scope, out).check(contract, text);
    }

    private Map<String, String> arguments(String databaseArgument) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put(databaseArgument, "module." + names.databaseModule() + ".database_name");
        arguments.put("schema_name", HclString.encode(names.schema(source)));
        arguments.put(
                "schema_comment",
                HclString.encode("Data from " + source.name() + " loaded by "
                        + plan.loader().name() + "."));
        return arguments;
    }

    /** RB04: a schema's own future grants hide those of its database. */
    private String readers(ModuleContract contract) {
        Platform platform = plan.platform();
        if (platform.asWritten("RB04")) {
            return "";
        }
        if (!contract.takes(READERS)) {
            String shown = contract.declared().isPresent()
                    ? "The schema module has no variable " + READERS
                    : "Nothing shows that the schema module has a variable " + READERS;
            out.finding(Finding.act(
                    "RB04",
                    scope,
                    shown + ": check that " + platform.sourcesReaderRole() + " can read new tables of "
                            + names.schema(source)
                            + ", because grants on a schema's future tables hide the database's."));
            return "";
        }
        out.finding(Finding.know(
                "RB04",
                scope,
                "The schema's readers are named, because grants on a schema's future tables hide the database's."));
        SharedModules shared = new SharedModules(platform);
        shared.check(
                shared.readerModule(), snowflake, Scope.loader(plan.loader().name()), out);
        return "\n" + Hcl.list(READERS, List.of(shared.reader() + ".role_name"));
    }

    /** RB05: in one apply the schema could come before the database's grants. */
    private String dependsOn() {
        if (plan.platform().asWritten("RB05")) {
            return "";
        }
        out.finding(Finding.know(
                "RB05",
                scope,
                "The schema waits for the whole database module, so that one pull request does for both."));
        return "\ndepends_on = [module." + names.databaseModule() + "]";
    }
}
