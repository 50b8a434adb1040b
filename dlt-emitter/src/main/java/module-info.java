/** Step 4 of the runbook: the dlt sources and pipelines of a plan. */
module dev.headwater.dlt {
    requires transitive dev.headwater.core;
    requires static org.jspecify;

    exports dev.headwater.dlt;
}
