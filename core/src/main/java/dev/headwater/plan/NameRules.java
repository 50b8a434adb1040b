package dev.headwater.plan;

import dev.headwater.naming.AwsSecretName;
import dev.headwater.naming.DbtName;
import dev.headwater.naming.DltName;
import dev.headwater.naming.EnvironmentVariable;
import dev.headwater.naming.NamingRule;
import dev.headwater.naming.NamingRule.Fault;
import dev.headwater.naming.PrefectName;
import dev.headwater.naming.PythonFlowModule;
import dev.headwater.naming.PythonModule;
import dev.headwater.naming.SnowflakeColumn;
import dev.headwater.naming.SnowflakeIdentifier;
import dev.headwater.naming.TerraformLabel;
import dev.headwater.plan.Table.LoadMode;
import dev.headwater.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Judges every name that is derived from a plan, each under its target's rule, and whether two of them are one. */
final class NameRules {

    private static final NamingRule SNOWFLAKE = new SnowflakeIdentifier();
    private static final NamingRule SNOWFLAKE_COLUMN = new SnowflakeColumn();
    private static final NamingRule TERRAFORM = new TerraformLabel();
    private static final NamingRule PYTHON = new PythonModule();
    private static final NamingRule FLOW_FILE = new PythonFlowModule();
    private static final NamingRule DLT = new DltName();
    private static final NamingRule DBT = new DbtName();
    private static final NamingRule PREFECT = new PrefectName();
    private static final NamingRule AWS = new AwsSecretName();
    private static final NamingRule ENVIRONMENT = new EnvironmentVariable();

    private static final int LONGEST_SHOWN = 60;

    private final DataSourcePlan plan;
    private final Names names;
    private final Problems problems;
    private final Map<String, String> taken = new HashMap<>();

    /** The loader's name; another one when it does not hold, which is not the sources' fault. */
    private final String loader;

    NameRules(DataSourcePlan plan, Problems problems) {
        this.plan = plan;
        this.names = plan.names();
        this.problems = problems;
        this.loader = DBT.check(plan.loader().name()).isEmpty() ? plan.loader().name() : "loader";
    }

    /** What a name becomes in one target system. */
    private record Derived(String what, NamingRule rule, UnaryOperator<String> from) {}

    void judge(IntFunction<String> paths) {
        // Snowflake makes both in each database.
        taken.put("schema INFORMATION_SCHEMA", "every database");
        taken.put("schema PUBLIC", "every database");
        judgePlatform();
        judgeLoader();
        for (int i = 0; i < plan.sources().size(); i++) {
            if (Source.isComplete(plan.sources().get(i))) {
                judge(plan.sources().get(i), paths.apply(i));
            }
        }
    }

    private void judgePlatform() {
        check("platform.warehouse", plan.platform().warehouse(), List.of(same("warehouse", SNOWFLAKE)));
        check("platform.sourcesReaderRole", plan.platform().sourcesReaderRole(), List.of(same("role", SNOWFLAKE)));
        check("platform.developerRole", plan.platform().developerRole(), List.of(same("role", SNOWFLAKE)));
        check("platform.transformerUser", plan.platform().transformerUser(), List.of(same("user", SNOWFLAKE)));
        check("platform.analyticsDatabase", plan.platform().analyticsDatabase(), List.of(same("database", SNOWFLAKE)));
        check("platform.workPool", plan.platform().workPool(), List.of(same("work pool", PREFECT)));
    }

    private void judgeLoader() {
        Loader loader = plan.loader();
        List<Derived> derived = new ArrayList<>(List.of(
                new Derived("Terraform module", TERRAFORM, name -> "database_" + name),
                new Derived("dbt folder", DBT, name -> name),
                new Derived("secret", AWS, name -> name + "/snowflake-credentials"),
                new Derived("tag", PREFECT, name -> name)));
        if (loader.database().isEmpty()) {
            derived.add(new Derived("database", SNOWFLAKE, NameRules::upper));
        }
        check("loader.name", loader.name(), derived);
        loader.database().ifPresent(name -> check("loader.database", name, List.of(same("database", SNOWFLAKE))));
        loader.serviceAccount()
                .ifPresent(name -> check("loader.serviceAccount", name, List.of(same("user", SNOWFLAKE))));
        loader.loadedAt()
                .column()
                .ifPresent(name -> check("loader.loadedAt", name, List.of(same("column", SNOWFLAKE_COLUMN))));
        taken("AWS secret", names.loaderSecret(), "loader.name");
    }

    private void judge(Source source, String path) {
        check(
                path + ".name",
                source.name(),
                List.of(
                        same("Python module", PYTHON),
                        new Derived(
                                "flow file",
                                FLOW_FILE,
                                name -> plan.platform().flowModule().replace("{source}", name)),
                        same("dlt source", DLT),
                        new Derived("schema", SNOWFLAKE, NameRules::upper),
                        new Derived("Terraform module", TERRAFORM, name -> "schema_" + loader + "_" + name),
                        new Derived("dbt source", DBT, name -> loader + "_" + name),
                        new Derived("secret", AWS, name -> loader + "/" + name),
                        new Derived("deployment", PREFECT, name -> name)));
        taken("schema", names.schema(source), path + ".name");
        taken("deployment", names.deployment(source), path + ".name");
        if (!source.method().secrets().isEmpty()) {
            taken("AWS secret", names.sourceSecret(source), path + ".name");
        }
        if (source.tables().stream().anyMatch(table -> table.loadMode() == LoadMode.MERGE)) {
            taken("schema", names.schema(source) + "_STAGING", path + ".name");
        }
        judgeSecrets(source, path + ".method");
        for (int i = 0; i < source.tables().size(); i++) {
            judge(source, source.tables().get(i), path + ".tables[" + i + "]");
        }
    }

    private void judgeSecrets(Source source, String path) {
        Set<String> seen = new LinkedHashSet<>();
        for (Secret secret : source.method().secrets()) {
            check(
                    path,
                    secret.name(),
                    List.of(
                            same("argument", DLT),
                            same("Python argument", PYTHON),
                            new Derived("environment variable", ENVIRONMENT, NameRules::upper)));
            if (!seen.add(secret.name())) {
                collision(
                        "argument",
                        secret.name(),
                        "another secret of the source",
                        path,
                        "Name each secret of a source differently.");
            }
        }
    }

    private void judge(Source source, Table table, String path) {
        check(
                path + ".name",
                table.name(),
                List.of(
                        same("dlt resource", DLT),
                        new Derived("table", SNOWFLAKE, NameRules::upper),
                        new Derived("dbt model", DBT, name -> "stg_" + loader + "__" + name)));
        taken("table of " + source.name(), upper(table.name()), path + ".name");
        takenModel(source, table, path);
        if (!table.entity().equals(table.name())) {
            check(path + ".entity", table.entity(), List.of(same("column", DBT)));
        }
        judgeColumns(source, table, path);
    }

    private void judgeColumns(Source source, Table table, String path) {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            String at = path + ".columns[" + i + "].name";
            check(at, column.name(), List.of(same("dbt column", DBT), same("column", SNOWFLAKE_COLUMN)));
            String first = seen.putIfAbsent(upper(column.name()), at);
            if (first != null) {
                collision("column", column.name(), first, at, "Rename one of them.");
            }
        }
        for (Column column : source.stagingColumns(table)) {
            String first = seen.get(upper(column.name()));
            if (first != null
                    && !table.columns().contains(column)
                    && column.type().isEmpty()) {
                collision(
                        "column",
                        column.name(),
                        first,
                        path + ".primaryKey",
                        "Define the key's column, or rename one.");
            }
        }
    }

    private void takenModel(Source source, Table table, String ofTable) {
        String path = ofTable + ".name";
        String ofSource = ofTable.substring(0, ofTable.lastIndexOf("tables["));
        String first = taken.putIfAbsent("model " + names.stagingModel(source, table), path);
        if (first != null && !first.startsWith(ofSource)) {
            collision(
                    "staging model",
                    names.stagingModel(source, table),
                    first,
                    path,
                    "Build the plan on a platform with stagingNaming(StagingNaming.BY_SOURCE), which gives "
                            + "stg_<loader>_<source>__<table>, or rename a table (RB17).");
        }
    }

    private void taken(String what, String name, String path) {
        String first = taken.putIfAbsent(what + " " + name, path);
        if (first != null && !first.equals(path)) {
            collision(what, name, first, path, "Rename one of them.");
        }
    }

    private void collision(String what, String name, String first, String path, String hint) {
        problems.add(
                "name.collision", path, "The " + what + " \"" + name + "\" is that of " + first + " already.", hint);
    }

    /** One problem a name, however many targets refuse it. */
    private void check(String path, String name, List<Derived> targets) {
        if (name.isBlank()) {
            return;
        }
        List<String> reasons = new ArrayList<>();
        Optional<String> code = Optional.empty();
        for (Derived target : targets) {
            for (Fault fault : faults(target, name)) {
                code = code.or(() -> Optional.of(fault.code()));
                String derived = target.from().apply(name);
                String shown = derived.equals(name) ? "" : " " + shown(derived);
                reasons.add("as " + target.what() + shown + " it " + fault.message());
            }
        }
        code.ifPresent(first -> problems.add(
                first, path, shown(name) + " does not hold: " + String.join("; ", reasons) + ".", hint(name, targets)));
    }

    private static List<Fault> faults(Derived target, String name) {
        return target.rule().check(target.from().apply(name)).stream()
                .filter(fault -> !fault.code().equals(AwsSecretName.AMBIGUOUS_SUFFIX))
                .toList();
    }

    private static String hint(String name, List<Derived> targets) {
        return targets.stream()
                .flatMap(target -> target.rule().suggest(name).stream())
                .flatMap(better -> Stream.of(better, better + "_data"))
                .filter(better -> targets.stream()
                        .allMatch(target -> faults(target, better).isEmpty()))
                .findFirst()
                .map(better -> "Use \"" + better + "\".")
                .orElse("Choose another name.");
    }

    private static String shown(String name) {
        String start = name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "...";
        return "\"" + start.replace("\n", "\\n").replace("\r", "\\r") + "\"";
    }

    private static Derived same(String what, NamingRule rule) {
        return new Derived(what, rule, name -> name);
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
