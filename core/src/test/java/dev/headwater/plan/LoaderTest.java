package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoaderTest {

    private static final String[] OF_DLT = {"database", "warehouse", "role", "username", "host", "private_key"};

    @Test
    void aLoaderHasTheKeysOfItsToolsCredentials() {
        assertThat(Loader.dlt().credentialFields()).containsExactly(OF_DLT);
        assertThat(Loader.named("crm_loads", loader -> loader.tool("dlt")).credentialFields())
                .containsExactly(OF_DLT);
        assertThat(Loader.airbyte().credentialFields()).contains("account", "username");
        assertThat(Loader.kafkaConnect().credentialFields()).contains("user", "schema");
        assertThat(Loader.named("fivetran", loader -> {}).credentialFields())
                .containsExactly("account", "user", "private_key");
    }

    @Test
    void givenKeysStay() {
        assertThat(Loader.named(
                                "crm_loads",
                                loader -> loader.credentialFields("user", "private_key")
                                        .tool("dlt"))
                        .credentialFields())
                .containsExactly("user", "private_key");
        assertThat(Loader.dlt()
                        .with(loader -> loader.credentialFields("role"))
                        .asNew()
                        .credentialFields())
                .containsExactly("role");
    }

    @Test
    void aBuilderThatIsKeptChangesNothing() {
        Loader.Builder[] kept = new Loader.Builder[1];
        Loader loader = Loader.named("dlt", builder -> kept[0] = builder.database("RAW"));
        kept[0].database("OTHER");

        assertThat(loader.database()).hasValue("RAW");
        assertThat(Loader.dlt().with(builder -> builder.database("RAW"))).isNotEqualTo(Loader.dlt());
    }
}
