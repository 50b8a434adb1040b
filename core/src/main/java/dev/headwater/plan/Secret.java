package dev.headwater.plan;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;

/**
 * The name of a secret. A plan names secrets and never holds one.
 *
 * @param name name of the argument under which the pipeline receives the secret, such as {@code access_token}; it is
 *     also the key in the source's JSON in AWS Secrets Manager
 */
public record Secret(
        @NotBlank(message = "is blank; name the secret as the pipeline's argument, such as access_token") String name) {

    /** @param name name of the argument under which the pipeline receives the secret */
    public Secret {
        name = Objects.requireNonNullElse(name, "");
    }

    /**
     * Names a secret.
     *
     * @param name such as {@code access_token}
     * @return the secret's name as a value
     */
    public static Secret named(String name) {
        return new Secret(name);
    }
}
