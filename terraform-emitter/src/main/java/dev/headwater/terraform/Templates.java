package dev.headwater.terraform;

import dev.headwater.render.Template;

/** The runbook's blocks, and the longer steps, as templates, each read once. */
final class Templates {

    static final Template DATABASE = read("database.tf.tmpl");
    static final Template USER = read("user.tf.tmpl");
    static final Template WAREHOUSE_GRANT = read("warehouse_grant.tf.tmpl");
    static final Template SECRET = read("secret.tf.tmpl");
    static final Template SCHEMA = read("schema.tf.tmpl");
    static final Template AIRBYTE_VERSIONS = read("airbyte_versions.tf.tmpl");
    static final Template AIRBYTE_PROVIDER = read("airbyte_provider.tf.tmpl");
    static final Template AIRBYTE_CONFIGURATION = read("airbyte_configuration.tf.tmpl");
    static final Template AIRBYTE_SOURCE = read("airbyte_source.tf.tmpl");
    static final Template AIRBYTE_CONNECTION = read("airbyte_connection.tf.tmpl");

    static final Template REVERT = read("revert.md.tmpl");
    static final Template ALLOW_SECRETS = read("allow_secrets.md.tmpl");
    static final Template STORE_KEY = read("store_key.sh.tmpl");
    static final Template CREDENTIALS = read("credentials.py.tmpl");
    static final Template STORE_SECRETS = read("store_secrets.sh.tmpl");
    static final Template SECRETS = read("secrets.py.tmpl");

    private Templates() {}

    private static Template read(String name) {
        return Template.read(Templates.class.getResourceAsStream(name), name);
    }
}
