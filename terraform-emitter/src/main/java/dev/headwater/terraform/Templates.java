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
    static final Template FILE_FORMAT = read("file_format.tf.tmpl");
    static final Template STAGE = read("stage.tf.tmpl");
    static final Template TARGET_TABLE = read("target_table.tf.tmpl");
    static final Template PIPE = read("pipe.tf.tmpl");
    static final Template PIPE_MODULE = read("pipe_module.tf.tmpl");
    static final Template CHANNEL_OUTPUT = read("channel_output.tf.tmpl");
    static final Template STORAGE_INTEGRATION = read("storage_integration.tf.tmpl");
    static final Template STORAGE_INTEGRATION_USAGE = read("storage_integration_usage.tf.tmpl");
    static final Template BUCKET_NOTIFICATION = read("bucket_notification.tf.tmpl");
    static final Template QUEUE = read("queue.tf.tmpl");

    static final Template TRUST = read("trust.md.tmpl");
    static final Template SKIPPED_FILES = read("skipped_files.sql.tmpl");
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
