package dev.headwater.platform;

/** How a staging model is named. */
public enum StagingNaming {
    /** {@code stg_<loader>__<table>}, as the runbook has it. */
    BY_LOADER,
    /** {@code stg_<loader>_<source>__<table>}: two sources of one loader may have tables of one name. */
    BY_SOURCE
}
