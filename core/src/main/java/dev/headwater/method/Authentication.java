package dev.headwater.method;

import dev.headwater.plan.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** How an HTTP API knows who asks. */
public sealed interface Authentication {

    /**
     * The secrets that are needed.
     *
     * @return the secrets, in a fixed order
     */
    List<Secret> secrets();

    /**
     * A token in the {@code Authorization} header.
     *
     * @param token the token
     */
    record Bearer(@Valid Secret token) implements Authentication {

        @Override
        public List<Secret> secrets() {
            return List.of(token);
        }
    }

    /**
     * A key in a header, a query parameter or a cookie.
     *
     * @param name name of the header, parameter or cookie
     * @param key the key
     * @param location where it goes
     */
    record ApiKey(
            @NotBlank(message = "is blank; name the header, parameter or cookie, such as X-API-Key") String name,

            @Valid Secret key,

            @NotNull(message = "is missing; say where the key goes: HEADER, QUERY or COOKIE") Location location)
            implements Authentication {

        @Override
        public List<Secret> secrets() {
            return List.of(key);
        }
    }

    /** Where an API key goes. */
    enum Location {
        /** A header of the request. */
        HEADER,
        /** A parameter of the URL. */
        QUERY,
        /** A cookie. */
        COOKIE
    }

    /**
     * User name and password in the {@code Authorization} header (HTTP Basic, RFC 7617).
     *
     * @param username the user name
     * @param password the password
     */
    record Basic(@Valid Secret username, @Valid Secret password) implements Authentication {

        @Override
        public List<Secret> secrets() {
            return List.of(username, password);
        }
    }

    /**
     * A token that is fetched with client credentials (OAuth 2.0, RFC 6749 section 4.4).
     *
     * @param tokenUrl where the token is fetched; an https or http URL
     * @param clientId the client's identifier
     * @param clientSecret the client's secret
     */
    record OAuth2ClientCredentials(
            @NotBlank(message = "is blank; give the URL at which the API hands out tokens") String tokenUrl,

            @Valid Secret clientId,
            @Valid Secret clientSecret)
            implements Authentication {

        @Override
        public List<Secret> secrets() {
            return List.of(clientId, clientSecret);
        }
    }
}
