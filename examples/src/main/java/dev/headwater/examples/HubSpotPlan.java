package dev.headwater.examples;

import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.Column.Kind;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;

/** A plan like those that people write: three tables of a CRM, read from its HTTP API. */
public final class HubSpotPlan {

    private HubSpotPlan() {}

    /**
     * The plan.
     *
     * @return a valid plan for an existing dlt loader
     */
    public static DataSourcePlan plan() {
        return DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source(
                        "hubspot",
                        RestApi.at(
                                "https://api.hubapi.com/crm/v3/", api -> api.bearerToken(Secret.named("access_token"))),
                        HubSpotPlan::tables)
                .build();
    }

    private static void tables(Source.Builder<RestApi.Endpoint> source) {
        source.displayName("HubSpot")
                .schedule(Schedule.dailyAt("07:00"))
                .table("contacts", HubSpotPlan::contacts)
                .table("companies", HubSpotPlan::companies)
                .table("deals", HubSpotPlan::deals);
    }

    private static void contacts(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per contact.")
                .entity("contact")
                .from(RestApi.endpoint(
                        "objects/contacts",
                        endpoint -> endpoint.rows("results")
                                .parameter("limit", "100")
                                .cursorParameter("updated_since", "2020-01-01T00:00:00Z")
                                .paginator(Paginator.cursor("paging.next.after", "after"))))
                .merge("id")
                .incremental("updatedAt")
                .column(
                        "email",
                        column -> column.from("properties.email")
                                .type(ColumnType.STRING)
                                .description("Primary e-mail address."))
                .column(
                        "lifecycle_stage",
                        column -> column.from("properties.lifecycleStage")
                                .type(ColumnType.STRING)
                                .description("How far the contact has come: lead, customer, ..."))
                .column(
                        "is_archived",
                        column -> column.from("archived")
                                .type(ColumnType.BOOLEAN)
                                .description("Whether the contact was archived."))
                .column(
                        "created_at",
                        column -> column.from("createdAt")
                                .type(ColumnType.TIMESTAMP_TZ)
                                .description("When the contact was created, in UTC."));
    }

    private static void companies(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per company.")
                .entity("company")
                .from(RestApi.endpoint(
                        "objects/companies",
                        endpoint -> endpoint.rows("results")
                                .paginator(Paginator.pageNumber(1).withoutTotal())))
                .replace()
                .primaryKey("id")
                .column(
                        "name",
                        column -> column.from("properties.name")
                                .type(ColumnType.STRING)
                                .description("Name of the company."))
                .column(
                        "employees",
                        column -> column.from("properties.employees")
                                .type(ColumnType.INTEGER)
                                .kind(Kind.MEASURE)
                                .description("Number of employees."));
    }

    private static void deals(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per change of a deal.")
                .entity("deal")
                .from(RestApi.endpoint(
                        "objects/deals",
                        endpoint -> endpoint.rows("results")
                                .paginator(Paginator.offset(2).withoutTotal())))
                .append()
                .incremental("modifiedAt")
                .column(
                        "deal_id",
                        column -> column.from("id")
                                .type(ColumnType.STRING)
                                .kind(Kind.IDENTIFIER)
                                .description("The deal."))
                .column(
                        "amount",
                        column -> column.from("properties.amount")
                                .type(ColumnType.NUMBER)
                                .kind(Kind.MEASURE)
                                .description("Amount in the company's currency."))
                .column(
                        "modified_at",
                        column -> column.from("modifiedAt")
                                .type(ColumnType.TIMESTAMP_TZ)
                                .description("When the deal was changed, in UTC."));
    }
}
