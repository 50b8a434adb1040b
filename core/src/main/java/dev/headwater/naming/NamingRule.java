package dev.headwater.naming;

import java.util.List;
import java.util.Optional;

/**
 * Which names one target system takes. Rules are stateless values and can be used on their own, for example in a form's
 * validation or in a test.
 */
public interface NamingRule {

    /**
     * What is named, in the words of the target system, such as {@code Snowflake identifier}.
     *
     * @return the noun for messages
     */
    String target();

    /**
     * Judges a name.
     *
     * @param name the name as it would be written
     * @return every way in which the target would refuse or change it; empty when the name holds
     */
    List<Fault> check(String name);

    /**
     * Tells what the target takes, but people trip over.
     *
     * @param name the name as it would be written
     * @return what to be careful about, worded like a fault; empty for most names, and for most rules
     */
    default List<Fault> cautions(String name) {
        return List.of();
    }

    /**
     * Makes a name that this rule takes.
     *
     * @param text any text, such as what a person typed; a name that holds is its own suggestion
     * @return a name that {@link #check} accepts and that is near to the text, or nothing when none is near
     */
    Optional<String> suggest(String text);

    /**
     * Why a name does not hold.
     *
     * @param code stable code, such as {@code name.snowflake.reserved}
     * @param message what the target system does with the name, one sentence without the name itself
     */
    record Fault(String code, String message) {}
}
