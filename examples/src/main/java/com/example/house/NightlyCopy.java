package com.example.house;

import dev.headwater.plan.LoadedAt;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Loader.Scheduler;

/** The house's job, as the platform sees it. */
public final class NightlyCopy {

    private NightlyCopy() {}

    /** An existing loader; {@code asNew()} makes the plan create its database, account and secret. */
    public static Loader loader() {
        return Loader.named(
                "nightly_copy",
                loader -> loader.displayName("Nightly copy")
                        .database("COPIES")
                        .serviceAccount("SVC_NIGHTLY_COPY")
                        .loadedAt(LoadedAt.writtenTo("_copied_at"))
                        .credentialFields("account", "user", "private_key")
                        .scheduledBy(Scheduler.LOADER));
    }
}
