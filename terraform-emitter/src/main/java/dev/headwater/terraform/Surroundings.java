package dev.headwater.terraform;

import dev.headwater.emit.Repository;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.platform.Folder;
import java.util.List;

/** What other people have around a plan, read once for all its sources. */
final class Surroundings {

    private final Directories directories;
    private final Configuration snowflake;
    private final Configuration aws;
    private final SharedModules shared;
    private final OtherSchemas schemas;
    private final OtherThings secrets;
    private final ModuleContract databaseModule;
    private final ModuleContract userModule;
    private final ModuleContract schemaModule;

    Surroundings(DataSourcePlan plan, Repository repository) {
        OwnBlocks own = new OwnBlocks(plan);
        this.directories = new Directories(repository);
        this.snowflake = new Configuration(directories, plan.platform().folder(Folder.SNOWFLAKE_CONFIG), own);
        this.aws = new Configuration(directories, plan.platform().folder(Folder.AWS_CONFIG), own);
        this.shared = new SharedModules(plan.platform(), snowflake);
        this.schemas = new OtherSchemas(plan, snowflake);
        this.secrets = OtherSecrets.in(plan.platform(), aws);
        this.databaseModule = new ModuleContract("snowflake_database", snowflake);
        this.userModule = new ModuleContract("snowflake_user", snowflake);
        this.schemaModule = new ModuleContract("snowflake_schema", snowflake);
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

    SharedModules shared() {
        return shared;
    }

    OtherThings schemas() {
        return schemas.things();
    }

    /** Blocks that keep schemas of the loader's database in one map. */
    List<Placed> schemaMaps() {
        return schemas.maps();
    }

    OtherThings secrets() {
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
