package dev.headwater.plan;

import dev.headwater.plan.IngestionMethod.Run;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.platform.Platform.StagingNaming;
import java.util.Locale;
import java.util.Optional;

/**
 * Every name that is derived from a plan, one method a name. In a built plan each of them holds under its target's
 * rule.
 */
public final class Names {

    private final Platform platform;
    private final Loader loader;

    Names(Platform platform, Loader loader) {
        this.platform = platform;
        this.loader = loader;
    }

    /**
     * The loader's Snowflake database (step 2a).
     *
     * @return such as {@code DLT}
     */
    public String database() {
        return loader.database().orElseGet(() -> upper(loader.name()));
    }

    /**
     * The loader's Snowflake user, which is also the name of its dedicated role (step 2b).
     *
     * @return such as {@code SVC_DLT}; empty for a loader without one
     */
    public Optional<String> serviceAccount() {
        return loader.hasServiceAccount()
                ? Optional.of(loader.serviceAccount().orElseGet(() -> "SVC_" + upper(loader.name())))
                : Optional.empty();
    }

    /**
     * A source's Snowflake schema (step 3).
     *
     * @param source the source
     * @return such as {@code HUBSPOT}
     */
    public String schema(Source source) {
        return upper(source.name());
    }

    /**
     * The Terraform module of the loader's database.
     *
     * @return such as {@code database_dlt}
     */
    public String databaseModule() {
        return "database_" + loader.name();
    }

    /**
     * The Terraform module of the loader's user.
     *
     * @return such as {@code user_svc_dlt}; empty for a loader without one
     */
    public Optional<String> userModule() {
        return serviceAccount().map(account -> "user_" + account.toLowerCase(Locale.ROOT));
    }

    /**
     * The Terraform resource that lets the loader's role use the warehouse (RB03).
     *
     * @return such as {@code svc_dlt_warehouse}; empty for a loader without a user
     */
    public Optional<String> warehouseGrant() {
        return serviceAccount().map(account -> account.toLowerCase(Locale.ROOT) + "_warehouse");
    }

    /**
     * The Terraform module of a source's schema.
     *
     * @param source the source
     * @return such as {@code schema_dlt_hubspot}
     */
    public String schemaModule(Source source) {
        return "schema_" + loader.name() + "_" + source.name();
    }

    /**
     * The Terraform resource of the container for the loader's Snowflake credentials (step 2c).
     *
     * @return such as {@code dlt_snowflake_credentials}
     */
    public String loaderSecretResource() {
        return loader.name() + "_snowflake_credentials";
    }

    /**
     * The container for the loader's Snowflake credentials in AWS Secrets Manager.
     *
     * @return such as {@code dlt/snowflake-credentials}, below the platform's prefix of secrets
     */
    public String loaderSecret() {
        return platform.secretPrefix() + loader.name() + "/snowflake-credentials";
    }

    /**
     * The Terraform resource of the container for a source's own credentials (RB09).
     *
     * @param source the source
     * @return such as {@code dlt_hubspot}
     */
    public String sourceSecretResource(Source source) {
        return loader.name() + "_" + source.name();
    }

    /**
     * The container for a source's own credentials in AWS Secrets Manager (RB09).
     *
     * @param source the source
     * @return such as {@code dlt/hubspot}, below the platform's prefix of secrets
     */
    public String sourceSecret(Source source) {
        return platform.secretPrefix() + loader.name() + "/" + kebab(source.name());
    }

    /**
     * The Python module of a source below {@code sources/} and {@code pipelines/}, its dlt section and its dataset.
     *
     * @param source the source
     * @return such as {@code hubspot}
     */
    public String module(Source source) {
        return source.name();
    }

    /**
     * The Python module of a source's pipeline, as others import it.
     *
     * @param source the source
     * @return such as {@code pipelines.hubspot}
     */
    public String pipeline(Source source) {
        return platform.folder(Folder.PIPELINES).replace('/', '.') + "." + module(source);
    }

    /**
     * The Python module of a source's flow below {@code flows/}.
     *
     * @param source the source
     * @return such as {@code hubspot}, and {@code hubspot_airbyte} where it starts a job of another system
     */
    public String flowModule(Source source) {
        String module = platform.flowModule().replace("{source}", source.name());
        return isRemote(source) ? module + "_" + source.method().tool() : module;
    }

    /**
     * The loader's name in Prefect, where words are joined by hyphens.
     *
     * @return such as {@code dlt}
     */
    public String loaderTag() {
        return kebab(loader.name());
    }

    /**
     * The source's name in Prefect, where words are joined by hyphens.
     *
     * @param source the source
     * @return such as {@code hubspot}; also the deployment's tag
     */
    public String kebab(Source source) {
        return kebab(source.name());
    }

    /**
     * The Prefect deployment of a source, which is also the flow's name (step 5).
     *
     * @param source the source
     * @return such as {@code hubspot-daily}, and {@code hubspot-airbyte-daily} where it starts a job of another system
     */
    public String deployment(Source source) {
        String tool = isRemote(source) ? "-" + kebab(source.method().tool()) : "";
        return kebab(source.name()) + tool + "-" + kebab(source.schedule().cadence());
    }

    /**
     * The function of a source's flow.
     *
     * @param source the source
     * @return such as {@code daily_flow}
     */
    public String flowFunction(Source source) {
        return source.schedule().cadence() + "_flow";
    }

    /**
     * The dbt source (step 6).
     *
     * @param source the source
     * @return such as {@code dlt_hubspot}
     */
    public String dbtSource(Source source) {
        return loader.name() + "_" + source.name();
    }

    /**
     * The staging model of a table (step 6, RB17).
     *
     * @param source the table's source
     * @param table the table
     * @return such as {@code stg_dlt__contacts}
     */
    public String stagingModel(Source source, Table table) {
        String group = platform.stagingNaming() == StagingNaming.BY_SOURCE
                ? loader.name() + "_" + source.name()
                : loader.name();
        return "stg_" + group + "__" + table.name();
    }

    /**
     * The folder of the loader's staging models.
     *
     * @return such as {@code models/staging/dlt}
     */
    public String stagingFolder() {
        return platform.folder(Folder.DBT_STAGING) + "/" + loader.name();
    }

    @Override
    public String toString() {
        return "names of " + loader;
    }

    private boolean isRemote(Source source) {
        return source.method().run(source, this).orElse(null) instanceof Run.RemoteJob;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static String kebab(String name) {
        return name.replace('_', '-');
    }
}
