package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.ObjectValue;
import java.util.Optional;

/**
 * What a folder of Terraform files requires of a provider.
 *
 * @param file path of the file that says so
 * @param attribute the provider's line in {@code required_providers}
 */
record RequiredProvider(String file, HclAttribute attribute) {

    /** Where it is required, as {@code snowflake/config/main.tf:7}. */
    String place() {
        return file + ":" + attribute.line();
    }

    Optional<HclExpression> entry(String key) {
        return attribute.value() instanceof ObjectValue object ? object.value(key) : Optional.empty();
    }

    Optional<String> string(String key) {
        return entry(key).flatMap(HclExpression::string);
    }
}
