package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.RepositoryView;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.platform.Folder;
import java.util.List;

/** What other people have around a plan, read once for all its sources. */
final class ExistingTerraform {

    private final Directories directories;
    private final Configuration snowflake;
    private final Configuration aws;
    private final PlanReferences references;
    private final DeclaredSchemas schemas;
    private final DeclaredObjects secrets;
    private final DeclaredObjects databases;
    private final DeclaredObjects users;
    private final ModuleContract databaseModule;
    private final ModuleContract userModule;
    private final ModuleContract schemaModule;

    ExistingTerraform(DataSourcePlan plan, RepositoryView view) {
        this.directories = new Directories(view);
        this.snowflake = new Configuration(directories, plan.platform().folder(Folder.SNOWFLAKE_CONFIG));
        this.aws = new Configuration(directories, plan.platform().folder(Folder.AWS_CONFIG));
        this.schemas = new DeclaredSchemas(plan, snowflake);
        this.databases = DeclaredObjects.ofAccount("database", plan.platform(), snowflake, "snowflake_database");
        this.users = DeclaredObjects.ofAccount(
                "user", plan.platform(), snowflake, "snowflake_user", "snowflake_service_user");
        this.secrets = DeclaredObjects.secrets(plan.platform(), aws);
        this.databaseModule = new ModuleContract("snowflake_database", snowflake);
        this.userModule = new ModuleContract("snowflake_user", snowflake);
        this.schemaModule = new ModuleContract("snowflake_schema", snowflake);
        this.references = new PlanReferences(plan, snowflake, databaseModule, userModule);
    }

    Directories directories() {
        return directories;
    }

    Configuration snowflake() {
        return snowflake;
    }

    Configuration aws() {
        return aws;
    }

    /** Whether both configurations are one. */
    boolean haveOneFolder() {
        return snowflake.folder().equals(aws.folder());
    }

    PlanReferences references() {
        return references;
    }

    DeclaredObjects schemas() {
        return schemas.objects();
    }

    /** Blocks that keep schemas of the loader's database in one map. */
    List<LocatedBlock> schemaMaps() {
        return schemas.maps();
    }

    DeclaredObjects databases() {
        return databases;
    }

    DeclaredObjects users() {
        return users;
    }

    DeclaredObjects secrets() {
        return secrets;
    }

    ModuleContract databaseModule() {
        return databaseModule;
    }

    ModuleContract userModule() {
        return userModule;
    }

    ModuleContract schemaModule() {
        return schemaModule;
    }
}
