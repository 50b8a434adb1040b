package dev.headwater.platform;

/** A folder that emitters write to, relative to the root of its repository. */
public enum Folder {
    /** Root module of the Snowflake configuration, in the terraform repository. */
    SNOWFLAKE_CONFIG("snowflake/config"),
    /** Root module of the AWS configuration, in the terraform repository. */
    AWS_CONFIG("aws/config"),
    /** Root module of Airbyte's configuration where Terraform manages it, in the terraform repository. */
    AIRBYTE_CONFIG("airbyte/config"),
    /** dlt sources, in the data-pipelines repository. */
    SOURCES("sources"),
    /** dlt pipelines, in the data-pipelines repository. */
    PIPELINES("pipelines"),
    /** Prefect flows, in the data-pipelines repository. */
    FLOWS("flows"),
    /** Staging layer, with one folder a loader, in the dbt-transform repository. */
    DBT_STAGING("models/staging");

    private final String inRunbook;

    Folder(String inRunbook) {
        this.inRunbook = inRunbook;
    }

    /**
     * Where the runbook has it.
     *
     * @return the path below the repository's root
     */
    public String inRunbook() {
        return inRunbook;
    }
}
