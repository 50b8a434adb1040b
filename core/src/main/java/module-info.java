/** The plan, its rules, the reconciler, change sets and the runbook. */
module dev.headwater.core {
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;
    requires io.github.javadiffutils;
    requires org.apache.commons.text;
    requires org.hibernate.validator;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;

    exports dev.headwater;
    exports dev.headwater.change;
    exports dev.headwater.emit;
    exports dev.headwater.method;
    exports dev.headwater.naming;
    exports dev.headwater.plan;
    exports dev.headwater.platform;
    exports dev.headwater.problem;
    exports dev.headwater.document;
    exports dev.headwater.render;
    exports dev.headwater.runbook;

    opens dev.headwater.method to
            org.hibernate.validator;
    opens dev.headwater.plan to
            org.hibernate.validator;
    opens dev.headwater.platform to
            org.hibernate.validator;
}
