package dev.headwater.terraform;

import java.util.List;
import java.util.Optional;

/** Where the public key of a loader's user goes (RB06). */
final class UserKey {

    private final ModuleContract contract;
    private final Configuration root;

    UserKey(ExistingTerraform existing) {
        this.contract = existing.userModule();
        this.root = existing.snowflake();
    }

    /** The user module's variable for the key, if it shows one. */
    Optional<String> variable() {
        return contract.nameOf(List.of("user_rsa_public_key", "rsa_public_key"));
    }

    String advice(String account) {
        return variable()
                .map(name -> "The public key of " + account + " goes into the argument " + name
                        + " of its module: a key that ALTER USER sets is unset by the next apply.")
                .orElseGet(() -> (contract.isKnown()
                                ? "The user module has no variable for the public key"
                                : "Nothing shows that the user module has a variable for the public key")
                        + ", and the Snowflake provider"
                        + ProviderVersion.of(root)
                                .map(version -> ", here " + version + ",")
                                .orElse("")
                        + " unsets at the next apply a key that ALTER USER set: check " + account
                        + " with DESC USER after the next apply, or give the module a variable.");
    }
}
