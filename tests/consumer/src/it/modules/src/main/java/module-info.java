module app {
    requires dev.headwater.core;
    requires dev.headwater.terraform;
    requires dev.headwater.dlt;
    requires dev.headwater.prefect;
    requires dev.headwater.dbt;
    requires dev.headwater.testkit;
}
