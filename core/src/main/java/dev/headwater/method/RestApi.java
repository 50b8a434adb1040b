package dev.headwater.method;

import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.TableSettings;
import dev.headwater.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP API that answers with JSON, read by dlt's REST source. Immutable; values are judged when the plan is built.
 */
public final class RestApi implements DltMethod<RestApi.Endpoint> {

    @NotBlank(message = "is blank; give the URL that all endpoints begin with") private final String baseUrl;

    @Valid private final @Nullable Authentication authentication;

    private RestApi(String baseUrl, Consumer<Builder> definition) {
        Builder builder = new Builder();
        Objects.requireNonNull(definition, "definition").accept(builder);
        this.baseUrl = Objects.requireNonNullElse(baseUrl, "");
        this.authentication = builder.authentication;
    }

    /**
     * An API that asks nobody who they are.
     *
     * @param baseUrl URL that all endpoints begin with, without query; another one is a problem {@code rest.url}. The
     *     emitted code has it as a default that an environment variable overrides
     * @return the method
     */
    public static RestApi at(String baseUrl) {
        return at(baseUrl, nobodyAsks -> {});
    }

    /**
     * An API.
     *
     * @param baseUrl URL that all endpoints begin with
     * @param definition how it knows who asks
     * @return the method
     */
    public static RestApi at(String baseUrl, Consumer<Builder> definition) {
        return new RestApi(baseUrl, definition);
    }

    /**
     * An endpoint whose answer itself is a list of rows, or one row.
     *
     * @param path path below the base URL, such as {@code objects/contacts}
     * @return the endpoint
     */
    public static Endpoint endpoint(String path) {
        return endpoint(path, endpoint -> {});
    }

    /**
     * An endpoint.
     *
     * @param path path below the base URL, such as {@code objects/contacts}
     * @param definition where the rows are, how there are more of them, what is sent
     * @return the endpoint
     */
    public static Endpoint endpoint(String path, Consumer<Endpoint.Builder> definition) {
        return new Endpoint(path, definition);
    }

    @Override
    public Class<Endpoint> tableSettings() {
        return Endpoint.class;
    }

    @Override
    public List<Secret> secrets() {
        return authentication == null ? List.of() : authentication.secrets();
    }

    @Override
    public void check(Source source, Place place, Problems problems) {
        new RestApiRules(this, place, problems).judge(source);
    }

    /** {@return the URL that all endpoints begin with} */
    public String baseUrl() {
        return baseUrl;
    }

    /** {@return how the API knows who asks, if it does} */
    public Optional<Authentication> authentication() {
        return Optional.ofNullable(authentication);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RestApi that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return baseUrl;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(baseUrl, authentication);
    }

    /** Defines an API. */
    public static final class Builder {

        private @Nullable Authentication authentication;

        private Builder() {}

        /**
         * Authenticates with a bearer token.
         *
         * @param token the token
         * @return this builder
         */
        public Builder bearerToken(Secret token) {
            return authentication(new Authentication.Bearer(token));
        }

        /**
         * Authenticates with a key.
         *
         * @param location where the key goes
         * @param name name of the header, parameter or cookie
         * @param key the key
         * @return this builder
         */
        public Builder apiKey(Authentication.Location location, String name, Secret key) {
            return authentication(new Authentication.ApiKey(name, key, location));
        }

        /**
         * Authenticates with user name and password.
         *
         * @param username the user name
         * @param password the password
         * @return this builder
         */
        public Builder basic(Secret username, Secret password) {
            return authentication(new Authentication.Basic(username, password));
        }

        /**
         * Authenticates with a token that client credentials fetch.
         *
         * @param tokenUrl where the token is fetched
         * @param clientId the client
         * @param clientSecret its secret
         * @return this builder
         */
        public Builder oauth2ClientCredentials(String tokenUrl, Secret clientId, Secret clientSecret) {
            return authentication(new Authentication.OAuth2ClientCredentials(tokenUrl, clientId, clientSecret));
        }

        /**
         * Authenticates.
         *
         * @param how such as {@link Authentication.OAuth2ClientCredentials} with parameters
         * @return this builder
         */
        public Builder authentication(Authentication how) {
            authentication = Objects.requireNonNull(how, "how");
            return this;
        }
    }

    /** The endpoint of one table. */
    public static final class Endpoint implements TableSettings {

        @NotBlank(message = "is blank; give the path below the base URL, such as objects/contacts") private final String path;

        private final @Nullable String rows;
        private final @Nullable Paginator paginator;
        private final Map<String, String> parameters;

        @Valid private final @Nullable CursorParameter cursorParameter;

        private Endpoint(String path, Consumer<Builder> definition) {
            Builder builder = new Builder();
            Objects.requireNonNull(definition, "definition").accept(builder);
            this.path = Objects.requireNonNullElse(path, "");
            this.rows = builder.rows;
            this.paginator = builder.paginator;
            this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.parameters));
            this.cursorParameter = builder.cursorParameter;
        }

        /** {@return the path below the base URL} */
        public String path() {
            return path;
        }

        /**
         * Where the rows are in the answer.
         *
         * @return JSON path, such as {@code results}; empty when it is the answer itself: a list of rows, or one row
         */
        public Optional<String> rows() {
            return Optional.ofNullable(rows);
        }

        /**
         * How there are more pages.
         *
         * @return the paginator; empty when it is left to dlt (RB36)
         */
        public Optional<Paginator> paginator() {
            return Optional.ofNullable(paginator);
        }

        /**
         * What every request sends.
         *
         * @return query parameters, in the order in which they were given
         */
        public Map<String, String> parameters() {
            return parameters;
        }

        /**
         * How a request asks only for what is new since the table's cursor.
         *
         * @return the parameter; empty when the API cannot, and dlt leaves old rows out itself
         */
        public Optional<CursorParameter> cursorParameter() {
            return Optional.ofNullable(cursorParameter);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Endpoint that && values().equals(that.values());
        }

        @Override
        public int hashCode() {
            return values().hashCode();
        }

        @Override
        public String toString() {
            return path;
        }

        private List<@Nullable Object> values() {
            return Arrays.asList(path, rows, paginator, parameters, cursorParameter);
        }

        /**
         * How a request asks only for what is new.
         *
         * @param name query parameter, such as {@code updated_since}
         * @param initialValue what the first run sends
         * @param number whether that is a number, as the cursor then is
         */
        public record CursorParameter(
                @NotBlank(message = "is blank; name the query parameter, such as updated_since") String name,

                @NotBlank(message = "is blank; give what the first run sends, such as 2020-01-01T00:00:00Z") String initialValue,

                boolean number) {}

        /** Defines an endpoint. */
        public static final class Builder {

            private @Nullable String rows;
            private @Nullable Paginator paginator;
            private final Map<String, String> parameters = new LinkedHashMap<>();
            private @Nullable CursorParameter cursorParameter;

            private Builder() {}

            /**
             * Sets where the rows are in the answer; they are the answer itself when nobody says so. Keys that are
             * joined by dots must be in every answer, or the run fails rather than empty the table; where an API leaves
             * out empty lists, begin with {@code $.}. Blank text is a problem {@code rest.rows}; odd keys:
             * {@link Paginator}.
             *
             * @param selector JSON path, such as {@code results}
             * @return this builder
             */
            public Builder rows(String selector) {
                rows = Objects.requireNonNullElse(selector, "");
                return this;
            }

            /**
             * Sets how there are more pages.
             *
             * @param how the paginator
             * @return this builder
             */
            public Builder paginator(Paginator how) {
                paginator = Objects.requireNonNull(how, "how");
                return this;
            }

            /**
             * Adds a query parameter that every request sends. A blank name, or braces in name or value, are a problem
             * {@code rest.parameter}.
             *
             * @param name the parameter
             * @param value the value
             * @return this builder
             */
            public Builder parameter(String name, String value) {
                parameters.put(Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(value, ""));
                return this;
            }

            /**
             * Sets how a request asks only for what is new since the table's cursor. A row without cursor is merged in
             * every run; where rows are appended, it fails the run. Braces, a table without a cursor, a name that is
             * also a fixed parameter's, and text for a cursor whose column is a number are problems
             * {@code rest.cursor-parameter}.
             *
             * @param name query parameter, such as {@code updated_since}
             * @param initialValue what the first run sends, such as {@code 2020-01-01T00:00:00Z}
             * @return this builder
             */
            public Builder cursorParameter(String name, String initialValue) {
                cursorParameter = new CursorParameter(
                        Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(initialValue, ""), false);
                return this;
            }

            /**
             * Sets how a request asks only for what is new since the table's cursor, which is a number.
             *
             * @param name query parameter, such as {@code since_id}
             * @param initialValue what the first run sends, such as 0
             * @return this builder
             */
            public Builder cursorParameter(String name, long initialValue) {
                cursorParameter =
                        new CursorParameter(Objects.requireNonNullElse(name, ""), Long.toString(initialValue), true);
                return this;
            }
        }
    }
}
