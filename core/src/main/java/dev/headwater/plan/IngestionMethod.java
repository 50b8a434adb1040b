package dev.headwater.plan;

import dev.headwater.problem.Problems;
import java.util.List;

/**
 * How a source's data gets in: step 1 of the runbook. Anybody may bring a method of their own; emitters ask for the
 * methods that they know by type and leave the others alone. Implementations are immutable values.
 *
 * @param <T> what the method needs to know of each table
 */
public interface IngestionMethod<T extends TableSettings> {

    /**
     * The tool that does the work, such as {@code dlt}. It must be the {@link Loader#tool() tool} of the plan's loader.
     *
     * @return lower-case name of the tool
     */
    String tool();

    /**
     * The type of the settings that every table of this method must have.
     *
     * @return the settings' type
     */
    Class<T> tableSettings();

    /**
     * The secrets of the source itself that this method needs, in a fixed order.
     *
     * @return the secrets; empty when the source needs none
     */
    default List<Secret> secrets() {
        return List.of();
    }

    /**
     * Judges a source that uses this method, beyond what single-field constraints say. Settings may be of a wrong type
     * or missing at this point; both are reported already.
     *
     * @param source the source
     * @param path where it is in the plan, such as {@code sources[0]}
     * @param problems takes what is wrong
     */
    default void check(Source source, String path, Problems problems) {}
}
