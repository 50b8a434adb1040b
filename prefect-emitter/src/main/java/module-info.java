/** Step 5 of the runbook: the Prefect flows and deployments of a plan. */
module dev.headwater.prefect {
    requires transitive dev.headwater.core;
    requires static org.jspecify;

    exports dev.headwater.prefect;
}
