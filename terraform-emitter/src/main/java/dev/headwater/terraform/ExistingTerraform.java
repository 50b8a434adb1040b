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
        DeclaredSchemas schemas = new DeclaredSchemas(plan, snowflake);
        return new ExistingTerraform(
                view,
                snowflake,
                aws,
                DeclaredObjects.ofAccount("database", platform, snowflake, "snowflake_database"),
                DeclaredObjects.ofAccount("user", platform, snowflake, "snowflake_user", "snowflake_service_user"),
                schemas.objects(),
                schemas.maps(),
                DeclaredObjects.secrets(platform, aws),
                new PlanReferences(plan, snowflake));
    }

    /** Whether both configurations are one. */
    boolean haveOneFolder() {
        return snowflake.folder().equals(aws.folder());
    }
}
