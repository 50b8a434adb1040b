package dev.headwater.acceptance;

import dev.headwater.method.Airbyte;
import dev.headwater.method.Airbyte.ManagedBy;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.LoadedAt;
import dev.headwater.plan.Loader;
import dev.headwater.plan.MethodChoice;
import dev.headwater.plan.MethodChoice.Configurer;
import dev.headwater.plan.MethodChoice.Kind;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;

/** Plans whose data comes through Airbyte. */
final class AirbytePlans {

    private AirbytePlans() {}

    /** An existing loader: one source by hand, one by Airbyte's API, one that Airbyte itself schedules. */
    static DataSourcePlan existingLoader() {
        return DataSourcePlan.builder()
                .loader(Loader.airbyte())
                .source("hubspot", hubSpot(ManagedBy.HAND), source -> {
                    hubSpotTables(source);
                    source.choice(MethodChoice.of(known -> known.kind(Kind.API)
                            .streams(12)
                            .configuredBy(Configurer.NON_ENGINEERS)
                            .freshWithin(Duration.ofHours(24))));
                })
                .source(
                        "google_ads",
                        Airbyte.connector(
                                "Google Ads",
                                airbyte -> airbyte.setting("customer_id", "123-456 {{ x }} ${y}")
                                        .setting("conversion_window_days", 14)
                                        .setting("skip_errors", true)
                                        .setting("customer_status_filter", List.of("ENABLED", "PAUSED"))
                                        .secret("credentials.developer_token", Secret.named("developer_token"))
                                        .secret("credentials.client_secret", Secret.named("client_secret"))
                                        .secret("login.secret", Secret.named("client_secret"))
                                        .managedBy(ManagedBy.API)),
                        source -> source.displayName("Google Ads")
                                .schedule(Schedule.hourlyAt(20).in("Europe/Berlin"))
                                .table(
                                        "campaign",
                                        table -> table.description("One row per campaign and day.")
                                                .entity("campaign")
                                                .from(Airbyte.stream("campaign"))
                                                .merge("campaign.id", "segments.date")
                                                .incremental("segments.date")
                                                .column(
                                                        "cost",
                                                        c -> c.from("cost-micros")
                                                                .type(ColumnType.INTEGER))))
                .source(
                        "jira",
                        Airbyte.connector(
                                "Jira",
                                airbyte -> airbyte.setting("domain", "acme.atlassian.net")
                                        .scheduledByAirbyte()),
                        source -> source.displayName("Jira")
                                .schedule(Schedule.weeklyOn(DayOfWeek.MONDAY, "05:30"))
                                .table(
                                        "issues",
                                        table -> table.description("One row per issue.")
                                                .entity("issue")
                                                .from(Airbyte.stream("issues").withOwnCursor())
                                                .append()
                                                .primaryKey("id")
                                                .column(
                                                        "status",
                                                        c -> c.from("fields.status.name")
                                                                .type(ColumnType.STRING))))
                .build();
    }

    /** The first loader that uses Airbyte: one source by its API. */
    static DataSourcePlan firstLoader() {
        return DataSourcePlan.builder()
                .loader(Loader.airbyte().asNew())
                .source("hubspot", hubSpot(ManagedBy.API), AirbytePlans::hubSpotTables)
                .build();
    }

    /** A new loader that uses Airbyte: one source that Terraform manages, one by hand. */
    static DataSourcePlan newLoader() {
        return DataSourcePlan.builder()
                .loader(Loader.named(
                                "airbyte_eu",
                                loader -> loader.displayName("Airbyte EU")
                                        .tool("airbyte")
                                        .loadedAt(LoadedAt.writtenTo("_airbyte_extracted_at")))
                        .asNew())
                .source("hubspot", hubSpot(ManagedBy.TERRAFORM), AirbytePlans::hubSpotTables)
                .source(
                        "mailchimp",
                        Airbyte.connector(
                                "Mailchimp",
                                airbyte -> airbyte.setting("for", "${all}")
                                        .setting("lists", List.of("a", "%{b}"))
                                        .managedBy(ManagedBy.TERRAFORM)
                                        .scheduledByAirbyte()),
                        source -> source.displayName("Mailchimp")
                                .schedule(Schedule.dailyAt("04:10"))
                                .table(
                                        "members",
                                        table -> table.description("One row per member.")
                                                .entity("member")
                                                .from(Airbyte.stream("members"))
                                                .append()
                                                .primaryKey("id")))
                .build();
    }

    static Airbyte hubSpot(ManagedBy managedBy) {
        return Airbyte.connector(
                "HubSpot",
                airbyte -> airbyte.setting("start_date", "2025-01-01T00:00:00Z")
                        .setting("credentials.credentials_title", "Private App Credentials")
                        .secret("credentials.access_token", Secret.named("access_token"))
                        .managedBy(managedBy));
    }

    static void hubSpotTables(Source.Builder<Airbyte.Stream> source) {
        source.displayName("HubSpot")
                .schedule(Schedule.dailyAt("07:30"))
                .table("contacts", AirbytePlans::contacts)
                .table(
                        "owners",
                        table -> table.description("One row per owner.")
                                .entity("owner")
                                .from(Airbyte.stream("owners"))
                                .replace()
                                .primaryKey("id")
                                .column("email", c -> c.type(ColumnType.STRING)));
    }

    private static void contacts(Table.Builder<Airbyte.Stream> table) {
        table.description("One row per contact.")
                .entity("contact")
                .from(Airbyte.stream("contacts"))
                .merge("id")
                .incremental("updatedAt")
                .column("email", c -> c.from("properties.email").type(ColumnType.STRING))
                .column("created_at", c -> c.from("createdAt").type(ColumnType.TIMESTAMP_TZ));
    }
}
