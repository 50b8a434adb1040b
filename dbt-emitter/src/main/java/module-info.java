/** Step 6 of the runbook: the dbt sources and staging models of a plan. */
module dev.headwater.dbt {
    requires transitive dev.headwater.core;
    requires static org.jspecify;

    exports dev.headwater.dbt;
}
