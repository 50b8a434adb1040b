package dev.headwater.reconcile;

import dev.headwater.emit.Fragment.Keep;

/** Items that several tests insert. */
final class WantedItems {

    static final WantedItem CRM_DAILY = managed("deployments[name=crm-daily]", """
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

    static final WantedItem DLT_NEW = managed("sources[name=dlt_new]", """
            name: dlt_new
            database: DLT
            tables:
              - name: t1
            """);

    static final WantedItem ORDERS = managed("sources[name=dlt_crm].tables[name=orders]", """
            name: orders
            description: Orders
            """);

    private WantedItems() {}

    static WantedItem managed(String path, String text) {
        return new WantedItem(ItemPaths.parse(path), text, Keep.MANAGED);
    }

    static WantedItem once(String path, String text) {
        return new WantedItem(ItemPaths.parse(path), text, Keep.ONCE);
    }

    static WantedItem deployment(String name) {
        return managed("deployments[name=" + name + "]", "name: " + name + "\nentrypoint: flows/x.py:run\n");
    }
}
