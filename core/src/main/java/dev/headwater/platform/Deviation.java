package dev.headwater.platform;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where the output differs from the runbook's text, or adds to it, and why. Emitters say each as a finding of its
 * {@link #code() code}, only where a plan and its repositories lead to it. {@code docs/deviations.md} is the same as a
 * table.
 */
public enum Deviation {
    /** The runbook passes database_name to the schema module. */
    SCHEMA_ARGUMENT(
            "RB01",
            "3",
            "passes database_name to the schema module",
            "passes the name that the repository's module declares; the runbook's where no module is in sight",
            "a module refuses an argument that it does not declare",
            Way.NONE),
    /** The runbook calls ./modules/... from snowflake/config. */
    MODULE_SOURCE(
            "RB02",
            "2, 3",
            "calls ./modules/... from snowflake/config",
            "calls what other calls of the module call; else where the folder is; else the runbook's",
            "the runbook's folder is in none of the layouts that its platform describes",
            Way.NONE),
    /** The runbook grants the loader's role no warehouse. */
    WAREHOUSE_GRANT(
            "RB03",
            "2b",
            "grants the loader's role no warehouse",
            "a grant on the warehouse for a new loader, unless the repository grants it already; a missing one of an existing loader is reported",
            "without a warehouse the role cannot load",
            Way.AS_WRITTEN),
    /** The runbook gives the schema module no reader. */
    SCHEMA_READER(
            "RB04",
            "3",
            "gives the schema module no reader",
            "passes the role that reads every source, where the module has the variable",
            "future grants of a schema hide those of its database, so new tables would stay unreadable",
            Way.AS_WRITTEN),
    /** The runbook merges the database and the schema apart. */
    SCHEMA_AFTER_DATABASE(
            "RB05",
            "2, 3",
            "merges the database and the schema apart",
            "one pull request, in which the schema depends on the database",
            "in one apply the schema could come before the database's grants",
            Way.AS_WRITTEN),
    /** The runbook sets the key by ALTER USER. */
    USER_KEY(
            "RB06",
            "2d",
            "sets the key by ALTER USER",
            "says where the key goes: through the module where it has a variable, else how to check that it stays",
            "the provider unsets a key that it does not know at the next apply",
            Way.NONE),
    /** The runbook splices a key into JSON by hand. */
    CREDENTIALS_JSON(
            "RB07",
            "2d",
            "splices a key into JSON by hand",
            "makes the JSON by a program, in the shape that the loader reads",
            "a key has line breaks, which JSON does not take in a text, and dlt reads other keys",
            Way.NONE),
    /** The runbook makes a secret below a new prefix. */
    SECRET_POLICY(
            "RB08",
            "2c",
            "makes a secret below a new prefix",
            "a step with the statement, and the files and lines of the policies that there are",
            "the policies of the worker and of CI do not cover a new prefix",
            "secretPrefix(\"ingest/\")"),
    /** The runbook has no container for the source's own credentials. */
    SOURCE_SECRET(
            "RB09",
            "4.3",
            "has no container for the source's own credentials",
            "a second secret where the source needs one",
            "otherwise there is no place for them",
            Way.AS_WRITTEN),
    /** The runbook shows a skeleton. */
    COMPLETE_PIPELINE(
            "RB10",
            "4",
            "shows a skeleton",
            "a source and a pipeline that run, and fail when a job fails",
            "the skeleton neither runs nor fails",
            Way.NONE),
    /** The runbook names the dataset in upper case. */
    DATASET_CASE(
            "RB11",
            "4",
            "names the dataset in upper case",
            "lower case, of which dlt makes the upper-case schema",
            "upper case brings several warnings a run",
            Way.AS_WRITTEN),
    /** The runbook changes the destination to duckdb for a while. */
    LOCAL_TEST(
            "RB12",
            "4.4",
            "changes the destination to duckdb for a while",
            "environment variables, without an edit",
            "the edit gets committed, and plain duckdb fails when its file and the dataset share a name",
            Way.NONE),
    /** The runbook takes _dlt_load_time for the load time. */
    LOAD_TIME(
            "RB13",
            "6",
            "takes _dlt_load_time for the load time",
            "the source stamps the column; another habit of the repository is reported; other ways by LoadedAt",
            "dlt never writes that column",
            Way.AS_WRITTEN),
    /** The runbook writes freshness and loaded_at_field on the source. */
    FRESHNESS_CONFIG(
            "RB14",
            "6",
            "writes freshness and loaded_at_field on the source",
            "under config:, unless the repository asks for a dbt before 1.10",
            "dbt warns since 1.11, and dbt 2 refuses it",
            Way.AS_WRITTEN),
    /** The runbook writes freshness in flow style. */
    FRESHNESS_STYLE(
            "RB15",
            "6",
            "writes { count: 24, period: hour }",
            "block style",
            "yamllint refuses the blanks within the braces",
            Way.AS_WRITTEN),
    /** The runbook describes no source. */
    SOURCE_DESCRIPTION(
            "RB16",
            "6",
            "describes no source",
            "a description, and the loader",
            "dbt_project_evaluator wants both",
            Way.AS_WRITTEN),
    /** The runbook names models stg_&lt;loader&gt;__&lt;table&gt;. */
    STAGING_NAME(
            "RB17",
            "6",
            "names models stg_<loader>__<table>",
            "the same; two equal names are a problem",
            "two sources of one loader with a table of one name would be one model",
            "stagingNaming(StagingNaming.BY_SOURCE)"),
    /** The runbook runs python flows/x.py. */
    RUN_AS_MODULE(
            "RB18",
            "5",
            "runs python flows/x.py",
            "says python -m flows.x",
            "the script cannot import the pipelines",
            Way.NONE),
    /** The runbook names a flow file like its source. */
    FLOW_FILE(
            "RB19",
            "5",
            "names a flow file like its source",
            "the same; a name that hides another module is a problem",
            "a worker puts the folder of flows first on its path",
            "flowModule(\"{source}_flow\")"),
    /** The runbook shows snippets in any order. */
    PYTHON_FORMAT(
            "RB20",
            "5",
            "shows snippets in any order",
            "sorted, formatted Python",
            "ruff's default rules fail on the runbook's",
            Way.NONE),
    /** The runbook has Airbyte schedule the syncs. */
    AIRBYTE_SCHEDULE(
            "RB21",
            "4",
            "configures the sync frequency in Airbyte",
            "Airbyte's schedule is manual, and a Prefect flow starts the sync",
            "the platform schedules all loads in Prefect",
            Way.NONE),
    /** The runbook sets the namespace of the destination. */
    AIRBYTE_NAMESPACE(
            "RB22",
            "4",
            "sets the namespace of the destination",
            "the connection has the schema as its own, custom namespace",
            "one destination has one default schema, in which a second source would land as well",
            Way.NONE),
    /** The runbook configures an S3 event notification for a pipe. */
    BUCKET_NOTIFICATION(
            "RB23",
            "4",
            "configures S3 event notifications to trigger the pipe",
            "the bucket's one notification gets a queue for each table, once the pipes' queue is known",
            "a bucket has one notification, and a second one would overwrite the first",
            Way.NONE),
    /** The runbook gives every loader an account. */
    LOADER_ACCOUNT(
            "RB24",
            "1",
            "gives every loader a service account SVC_<LOADER>",
            "a loader has the account that its tool has on the platform, and Snowpipe none",
            "a pipe runs as its owner",
            Way.NONE),
    /** The runbook deploys with prefect deploy --all. */
    DEPLOY_ONE(
            "RB25",
            "5",
            "deploys with prefect deploy --all",
            "deploys this one by its name",
            "--all deploys everything, and one bad entry blocks the others",
            Way.AS_WRITTEN),
    /** The runbook reverts, then drops by hand, and has dbt run clean up. */
    ROLLBACK_ORDER(
            "RB26",
            "rollback",
            "reverts, then drops by hand, and has dbt run clean up",
            "an order that says what is lost, with the views first",
            "the revert itself destroys schema and data, and dbt never drops views",
            Way.NONE),
    /** The runbook looks with SHOW ... LIKE. */
    EXACT_VERIFICATION(
            "RB27",
            "verification",
            "looks with SHOW ... LIKE",
            "compares names exactly",
            "_ is a wildcard in LIKE, and what is absent may be unauthorised",
            Way.NONE),
    /** The runbook runs dbt build --select. */
    EMPTY_SELECTION(
            "RB28",
            "verification",
            "runs dbt build --select",
            "adds --warn-error, by which both fail",
            "a selection that matches nothing exits 0, and so does data that is stale at warn level",
            Way.NONE),
    /** The runbook writes SQL in lower case. */
    KEYWORD_CASE(
            "RB29",
            "6",
            "writes SQL in lower case",
            "the case that the repository's .sqlfluff asks for",
            "the platform's own sqlfluff file wants upper-case keywords",
            Way.AS_WRITTEN),
    /** The runbook leaves dbt_project.yml as it is. */
    FOLDER_TAGS(
            "RB30",
            "6",
            "leaves dbt_project.yml as it is",
            "names the place where the tags of a new loader's folder are missing",
            "selectors find models by the tags of their folder",
            Way.NONE),
    /** The runbook warns after 24 and fails after 48 hours. */
    FRESHNESS_PERIOD(
            "RB31",
            "6",
            "warns after 24 and fails after 48 hours",
            "that for a daily load; one and two of the schedule's gaps for another",
            "the runbook's hours fit a daily load only, and warn on a late run",
            Way.AS_WRITTEN),
    /** The runbook starts every source at 07:00 UTC. */
    SAME_MINUTE(
            "RB32",
            "5",
            "starts every source at 07:00 UTC",
            "what the plan says; another deployment in that minute is reported, unless the platform lets them share it",
            "all loads would start at once",
            Way.NONE),
    /** The runbook casts to timestamp_ntz. */
    TIME_ZONE(
            "RB33",
            "6",
            "casts to timestamp_ntz",
            "converts timestamps with a zone to UTC first",
            "the cast follows the session's time zone and shifts them",
            Way.AS_WRITTEN),
    /** The runbook stores credentials in AWS Secrets Manager. */
    WORKER_CREDENTIALS(
            "RB34",
            "4.3",
            "stores credentials in AWS Secrets Manager",
            "names the environment variables in which the worker's dlt finds them, and the entry of the repository's own SECRET_MAP",
            "nothing says how the worker reads them, and the first production run would fail",
            Way.NONE),
    /** The runbook checks the freshness of rows. */
    QUIET_SOURCE(
            "RB35",
            "6",
            "checks the freshness of rows",
            "the same, or the freshness of runs where the plan asks for it; another incremental source is reported",
            "a run without new rows writes nothing, so a quiet source looks dead",
            Way.NONE),
    /** The runbook reads an API. */
    PAGINATOR(
            "RB36",
            "4",
            "reads an API",
            "a paginator that the plan names; one that is left to dlt is reported",
            "what dlt guesses can stop after the first page",
            Way.NONE),
    /** The runbook names no dependencies. */
    DEPENDENCIES(
            "RB37",
            "4",
            "names no dependencies",
            "the exact list as a step; a project file without it is reported",
            "the pipeline does not import without them",
            Way.NONE),
    /** The runbook asks for an API key of Airbyte. */
    AIRBYTE_TOKEN(
            "RB38",
            "4, 5",
            "uses an API key of Airbyte",
            "the secret holds client id and client secret, and the flow fetches a token, a new one while it waits",
            "API keys went away in 2024, and a token lives for 15 minutes",
            Way.NONE);

    private final String code;
    private final String step;
    private final String runbook;
    private final String instead;
    private final String reason;
    private final String wayBack;

    Deviation(String code, String step, String runbook, String instead, String reason, String wayBack) {
        this.code = code;
        this.step = step;
        this.runbook = runbook;
        this.instead = instead;
        this.reason = reason;
        this.wayBack = wayBack;
    }

    /**
     * The deviation of a code.
     *
     * @param code such as {@code RB13}
     * @return the deviation; empty for any other text
     */
    public static Optional<Deviation> of(String code) {
        return Arrays.stream(values())
                .filter(deviation -> deviation.code.equals(code))
                .findFirst();
    }

    /** {@return the code of its finding, such as {@code RB13}} */
    public String code() {
        return code;
    }

    /** {@return the step or part of the runbook, such as {@code 4.3} or {@code rollback}} */
    public String step() {
        return step;
    }

    /** {@return what the runbook does, as what follows "the runbook"} */
    public String runbook() {
        return runbook;
    }

    /** {@return what Headwater writes instead} */
    public String instead() {
        return instead;
    }

    /** {@return why, as one sentence without a full stop} */
    public String reason() {
        return reason;
    }

    /** {@return all of it in one sentence} */
    public String sentence() {
        return "The runbook " + runbook + "; here: " + instead + "; because " + reason + ".";
    }

    /**
     * Whether {@link PlatformBuilder#asWritten} gives the runbook's own text, which the tools accept.
     *
     * @return false where that text works nowhere, where nothing is written, or where another setting decides
     */
    public boolean canBeAsWritten() {
        return wayBack.equals(Way.AS_WRITTEN);
    }

    /**
     * What to say to {@link Platform#with} for the other way.
     *
     * @return such as {@code asWritten("RB13")}; empty when there is no other way
     */
    public Optional<String> wayBack() {
        return canBeAsWritten()
                ? Optional.of("asWritten(\"" + code + "\")")
                : Optional.of(wayBack).filter(way -> !way.isEmpty());
    }

    /** How to go back. */
    private static final class Way {

        static final String NONE = "";
        static final String AS_WRITTEN = "asWritten";
    }
}
