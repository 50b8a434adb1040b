package dev.headwater.dlt;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.platform.Deviation;
import java.util.Optional;

/** The column that says when a row was loaded (RB13). */
final class LoadTime {

    private LoadTime() {}

    /** The column, if the emitted source has to write it. */
    static Optional<String> stamped(DataSourcePlan plan) {
        return plan.platform().asWritten(Deviation.LOAD_TIME)
                ? Optional.empty()
                : plan.loader().loadedAt().stamp();
    }
}
