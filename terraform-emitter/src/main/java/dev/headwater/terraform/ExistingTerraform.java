package dev.headwater.terraform;

import dev.headwater.emit.RepositoryView;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.platform.Folder;

/** What other people have around a plan, read once for all its parts. */
final class ExistingTerraform {

    final RepositoryView view;
    final Configuration snowflake;
    final Configuration aws;
    /** Databases and users, of which a Snowflake account has one of each name. */
    final DeclaredObjects databases;

    final DeclaredObjects users;
    final DeclaredSchemas schemas;
    final DeclaredObjects secrets;
    final PlanReferences references;

    ExistingTerraform(DataSourcePlan plan, RepositoryView view) {
        this.view = view;
        this.snowflake = new Configuration(view, plan.platform().folder(Folder.SNOWFLAKE_CONFIG));
        this.aws = new Configuration(view, plan.platform().folder(Folder.AWS_CONFIG));
        this.databases = DeclaredObjects.onSnowflake(plan, snowflake, "database", "snowflake_database");
        this.users = DeclaredObjects.onSnowflake(plan, snowflake, "user", "snowflake_user", "snowflake_service_user");
        this.schemas = new DeclaredSchemas(plan, snowflake);
        this.secrets = DeclaredObjects.secrets(plan, aws);
        this.references = new PlanReferences(plan, snowflake);
    }

    /** Whether both configurations are one. */
    boolean haveOneFolder() {
        return snowflake.folder().equals(aws.folder());
    }
}
