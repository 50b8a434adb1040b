package dev.headwater.method;

import dev.headwater.plan.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

        /** @param token the token */
        public Bearer {
            Objects.requireNonNull(token, "token");
        }

        @Override
        public List<Secret> secrets() {
            return List.of(token);
        }
    }

    /**
     * A key in a header, a query parameter or a cookie. A header or cookie whose name is no HTTP token is a problem
     * {@code rest.header}. Prefer a header: exceptions print URLs, which is a finding {@code dlt.key-in-url}.
     *
     * @param name name of the header, parameter or cookie
     * @param key the key
     * @param location where it goes
     */
    record ApiKey(
            @NotBlank(message = "is blank; name the header, parameter or cookie, such as X-API-Key") String name,

            @Valid Secret key,

            Location location)
            implements Authentication {

        /**
         * @param name name of the header, parameter or cookie
         * @param key the key
         * @param location where it goes
         */
        public ApiKey {
            name = Objects.requireNonNullElse(name, "");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(location, "location");
        }

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

        /**
         * @param username the user name
         * @param password the password
         */
        public Basic {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(password, "password");
        }

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
     * @param parameters what the request for a token says besides, such as {@code scope}
     */
    record OAuth2ClientCredentials(
            @NotBlank(message = "is blank; give the URL at which the API hands out tokens") String tokenUrl,

            @Valid Secret clientId,
            @Valid Secret clientSecret,
            Map<String, String> parameters)
            implements Authentication {

        /**
         * @param tokenUrl where the token is fetched
         * @param clientId the client's identifier
         * @param clientSecret the client's secret
         * @param parameters what the request for a token says besides
         */
        public OAuth2ClientCredentials {
            tokenUrl = Objects.requireNonNullElse(tokenUrl, "");
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(clientSecret, "clientSecret");
            Map<String, String> given = new LinkedHashMap<>();
            Objects.requireNonNull(parameters, "parameters")
                    .forEach((name, value) ->
                            given.put(Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(value, "")));
            parameters = Collections.unmodifiableMap(given);
        }

        /**
         * Client credentials that need no further parameters.
         *
         * @param tokenUrl where the token is fetched
         * @param clientId the client's identifier
         * @param clientSecret the client's secret
         */
        public OAuth2ClientCredentials(String tokenUrl, Secret clientId, Secret clientSecret) {
            this(tokenUrl, clientId, clientSecret, Map.of());
        }

        /**
         * Adds a parameter of the request for a token, such as {@code scope} or {@code audience}.
         *
         * @param name the parameter; a blank one is a problem {@code rest.parameter}
         * @param value the value, which is no secret
         * @return the changed credentials
         */
        public OAuth2ClientCredentials parameter(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(parameters);
            more.put(Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(value, ""));
            return new OAuth2ClientCredentials(tokenUrl, clientId, clientSecret, more);
        }

        @Override
        public List<Secret> secrets() {
            return List.of(clientId, clientSecret);
        }
    }
}
