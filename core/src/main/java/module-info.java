/** The plan, its rules, the reconciler, change sets and the runbook. */
module dev.headwater.core {
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;
    requires io.github.javadiffutils;
    requires org.apache.commons.text;
    requires org.hibernate.validator;
    requires org.snakeyaml.engine;

    exports dev.headwater.naming;
    exports dev.headwater.problem;
}
