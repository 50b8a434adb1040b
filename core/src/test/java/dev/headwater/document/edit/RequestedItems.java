package dev.headwater.document.edit;

/** Items that several tests insert. */
final class RequestedItems {

    static final RequestedItem CRM_DAILY = managed("deployments[name=crm-daily]", """
            name: crm-daily
            entrypoint: flows/crm.py:daily_flow
            tags:
              - dlt
              - crm
            schedules:
              - cron: "0 7 * * *"
                timezone: UTC
            description: 'Daily: "crm" load'
            """);

    static final RequestedItem DLT_NEW = managed("sources[name=dlt_new]", """
            name: dlt_new
            database: DLT
            tables:
              - name: t1
            """);

    static final RequestedItem ORDERS = managed("sources[name=dlt_crm].tables[name=orders]", """
            name: orders
            description: Orders
            """);

    private RequestedItems() {}

    static RequestedItem managed(String path, String text) {
        return new RequestedItem(ItemPaths.parse(path), text, false);
    }

    static RequestedItem once(String path, String text) {
        return new RequestedItem(ItemPaths.parse(path), text, true);
    }

    static RequestedItem deployment(String name) {
        return managed("deployments[name=" + name + "]", "name: " + name + "\nentrypoint: flows/x.py:run\n");
    }
}
