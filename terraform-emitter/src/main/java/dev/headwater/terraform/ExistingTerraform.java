package dev.headwater.terraform;

import dev.headwater.emit.RepositoryView;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import java.util.List;

/**
 * What other people have around a plan, read once for all its sources.
 *
 * @param view the repository
 * @param snowflake the Snowflake configuration
 * @param aws the AWS configuration
 * @param databaseModule the module of databases
 * @param userModule the module of users
 * @param schemaModule the module of schemas
 * @param databases databases of the account
 * @param users users of the account
 * @param schemas schemas of the loader's database
 * @param schemaMaps maps in which schemas of the loader's database are kept
 * @param secrets secrets
 * @param references what emitted blocks refer to
 */
record ExistingTerraform(
        RepositoryView view,
        Configuration snowflake,
        Configuration aws,
        ModuleContract databaseModule,
        ModuleContract userModule,
        ModuleContract schemaModule,
        DeclaredObjects databases,
        DeclaredObjects users,
        DeclaredObjects schemas,
        List<SchemaMap> schemaMaps,
        DeclaredObjects secrets,
        PlanReferences references) {

    static ExistingTerraform around(DataSourcePlan plan, RepositoryView view) {
        Platform platform = plan.platform();
        Configuration snowflake = new Configuration(view, platform.folder(Folder.SNOWFLAKE_CONFIG));
        Configuration aws = new Configuration(view, platform.folder(Folder.AWS_CONFIG));
        ModuleContract databaseModule = new ModuleContract("snowflake_database", snowflake);
        ModuleContract userModule = new ModuleContract("snowflake_user", snowflake);
        DeclaredSchemas schemas = new DeclaredSchemas(plan, snowflake);
        return new ExistingTerraform(
                view,
                snowflake,
                aws,
                databaseModule,
                userModule,
                new ModuleContract("snowflake_schema", snowflake),
                DeclaredObjects.ofAccount("database", platform, snowflake, "snowflake_database"),
                DeclaredObjects.ofAccount("user", platform, snowflake, "snowflake_user", "snowflake_service_user"),
                schemas.objects(),
                schemas.maps(),
                DeclaredObjects.secrets(platform, aws),
                new PlanReferences(plan, snowflake, databaseModule, userModule));
    }

    /** Whether both configurations are one. */
    boolean haveOneFolder() {
        return snowflake.folder().equals(aws.folder());
    }
}
