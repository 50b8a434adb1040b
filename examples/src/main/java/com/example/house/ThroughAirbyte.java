package com.example.house;

import dev.headwater.method.Airbyte;
import dev.headwater.method.Airbyte.ManagedBy;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Secret;

/** A SaaS tool whose data comes through Airbyte. */
public final class ThroughAirbyte {

    private ThroughAirbyte() {}

    /** The plan; the loader Airbyte, with its destination, is there already. */
    public static DataSourcePlan plan() {
        return DataSourcePlan.builder()
                .loader(Loader.airbyte())
                .source(
                        "hubspot",
                        Airbyte.connector(
                                "HubSpot",
                                airbyte -> airbyte.setting("start_date", "2026-01-01T00:00:00Z")
                                        .setting("credentials.credentials_title", "Private App Credentials")
                                        .secret("credentials.access_token", Secret.named("access_token"))
                                        .managedBy(ManagedBy.API)),
                        source -> source.displayName("HubSpot")
                                .schedule(Schedule.dailyAt("07:00"))
                                .table(
                                        "contacts",
                                        table -> table.description("One row per contact.")
                                                .entity("contact")
                                                .from(Airbyte.stream("contacts"))
                                                .merge("id")
                                                .incremental("updatedAt")
                                                .column(
                                                        "email",
                                                        column -> column.from("properties.email")
                                                                .type(ColumnType.STRING))
                                                .column(
                                                        "created_at",
                                                        column -> column.from("createdAt")
                                                                .type(ColumnType.TIMESTAMP_TZ))))
                .build();
    }
}
