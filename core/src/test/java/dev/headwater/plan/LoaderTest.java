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

    /** The runbook makes the key pair and deletes it again; what takes the private key has to be called so. */
    @Test
    void aNewLoaderHasAKeyForTheKeyPairThatIsMadeForIt() {
        Loader loader = Loader.dlt().with(it -> it.credentialFields("sf_account", "sf_user", "PRIVATE_KEY_PEM"));

        assertThat(SmallPlan.loadedBy(loader.asNew()).problems())
                .singleElement()
                .hasToString("loader.credentialFields: The key pair that is made for the new loader goes under none of"
                        + " the keys sf_account, sf_user, PRIVATE_KEY_PEM. Call the key that takes it private_key, or"
                        + " say withoutServiceAccount(). [loader.credentials.key]");
        assertThat(SmallPlan.loadedBy(loader).problems()).isEmpty();
        assertThat(SmallPlan.loadedBy(loader.asNew().with(Loader.Builder::withoutServiceAccount))
                        .problems())
                .isEmpty();
        assertThat(SmallPlan.loadedBy(loader.asNew().with(it -> it.credentialFields("sf_user", "private_key")))
                        .problems())
                .isEmpty();
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
