package dev.headwater.terraform;

import dev.headwater.render.Template;

/** The runbook's blocks as templates, each read once. */
final class Templates {

    static final Template DATABASE = read("database.tf.tmpl");
    static final Template USER = read("user.tf.tmpl");
    static final Template WAREHOUSE_GRANT = read("warehouse_grant.tf.tmpl");
    static final Template SECRET = read("secret.tf.tmpl");
    static final Template SCHEMA = read("schema.tf.tmpl");

    private Templates() {}

    private static Template read(String name) {
        return Template.read(Templates.class.getResourceAsStream(name), name);
    }
}
