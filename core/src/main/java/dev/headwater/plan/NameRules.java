package dev.headwater.plan;

import dev.headwater.naming.AwsSecretName;
import dev.headwater.naming.DbtName;
import dev.headwater.naming.DltName;
import dev.headwater.naming.EnvironmentVariable;
import dev.headwater.naming.FileName;
import dev.headwater.naming.NamingRule;
import dev.headwater.naming.PrefectName;
import dev.headwater.naming.PrefectTag;
import dev.headwater.naming.PythonFlowModule;
import dev.headwater.naming.PythonModule;
import dev.headwater.naming.SnowflakeColumn;
import dev.headwater.naming.SnowflakeIdentifier;
import dev.headwater.naming.TerraformLabel;
import dev.headwater.plan.NameJudge.Derived;
import dev.headwater.plan.Table.LoadMode;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Judges every name that is derived from a plan, each under its target's rule, and whether two of them are one. */
final class NameRules {

    private static final NamingRule SNOWFLAKE = new SnowflakeIdentifier();
    private static final NamingRule SNOWFLAKE_COLUMN = new SnowflakeColumn();
    private static final NamingRule TERRAFORM = new TerraformLabel();
    private static final NamingRule PYTHON = new PythonModule();
    private static final NamingRule FILE = new FileName();
    private static final NamingRule FLOW_FILE = new PythonFlowModule();
    private static final NamingRule DLT = new DltName();
    private static final NamingRule DBT = new DbtName();
    private static final NamingRule PREFECT = new PrefectName();
    private static final NamingRule TAG = new PrefectTag();
    private static final NamingRule AWS = new AwsSecretName();
    private static final NamingRule ENVIRONMENT = new EnvironmentVariable();

    private static final String BY_SOURCE = "Build the plan on a platform with stagingNaming(StagingNaming.BY_SOURCE),"
            + " which gives stg_<loader>_<source>__<table>, or rename a table (RB17).";

    /** Snowflake makes both in each database. */
    private static final Set<String> OF_EVERY_DATABASE = Set.of("public", "information_schema");

    /** A source of that name would have the loader's own secret. */
    private static final String OF_THE_LOADER = "snowflake_credentials";

    /** What a class of settings of dlt 1.31 has already, beside Python's own. */
    private static final Set<String> NO_ARGUMENT = Set.of(
            "as_dict_nondefault",
            "call_method_in_mro",
            "clear",
            "cls",
            "copy",
            "from_init_value",
            "get",
            "get_resolvable_fields",
            "is_field_resolved",
            "is_partial",
            "is_resolved",
            "items",
            "keys",
            "parse_native_representation",
            "pop",
            "popitem",
            "resolve",
            "self",
            "setdefault",
            "to_native_representation",
            "update",
            "values");

    private static final String RENAME = "Rename one of them.";

    /** More would leave no room for the names of sources and tables behind it. */
    private static final int LONGEST_LOADER = 64;

    private final DataSourcePlan plan;

    /** Without a prefix of secrets that does not hold, which is not the loader's or the sources' fault. */
    private final Platform platform;

    /** With another name for a loader whose own does not hold, which is not the sources' fault. */
    private final Names names;

    private final Problems problems;
    private final NameJudge judge;
    private final TakenNames taken;

    NameRules(DataSourcePlan plan, Problems problems) {
        this.plan = plan;
        Loader of = plan.loader();
        this.platform = holds(plan.platform().secretPrefix())
                ? plan.platform()
                : plan.platform().with(changed -> changed.secretPrefix(""));
        this.names = new Names(platform, DBT.check(of.name()).isEmpty() ? of : of.called("loader"));
        this.problems = problems;
        this.judge = new NameJudge(problems);
        this.taken = new TakenNames(problems);
    }

    void judge(IntFunction<String> paths) {
        OF_EVERY_DATABASE.forEach(schema -> taken.reserve("schema", upper(schema), "every database"));
        judgePlatform();
        judgeLoader();
        Set<String> siblings = siblings();
        for (int i = 0; i < plan.sources().size(); i++) {
            judge(plan.sources().get(i), siblings, paths.apply(i));
        }
    }

    private static boolean holds(String secretPrefix) {
        return secretPrefix.isEmpty() || AWS.check(secretPrefix).isEmpty();
    }

    private void judgePlatform() {
        check("platform.secretPrefix", plan.platform().secretPrefix(), Derived.same("prefix of secrets", AWS));
        check("platform.warehouse", platform.warehouse(), Derived.same("warehouse", SNOWFLAKE));
        check("platform.sourcesReaderRole", platform.sourcesReaderRole(), Derived.same("role", SNOWFLAKE));
        check("platform.developerRole", platform.developerRole(), Derived.same("role", SNOWFLAKE));
        check("platform.transformerUser", platform.transformerUser(), Derived.same("user", SNOWFLAKE));
        check("platform.analyticsDatabase", platform.analyticsDatabase(), Derived.same("database", SNOWFLAKE));
        check("platform.workPool", platform.workPool(), Derived.same("work pool", PREFECT));
    }

    private void check(String path, String name, Derived... targets) {
        judge.judge(path, name, Set.of(), List.of(targets));
    }

    private void judgeLoader() {
        Loader of = plan.loader();
        judge.judge("loader.name", of.name(), Set.of(), derivedOfLoader());
        if (of.name().length() > LONGEST_LOADER) {
            problems.add(
                    "loader.name.length",
                    "loader.name",
                    "The loader's name has " + of.name().length() + " characters, of which " + LONGEST_LOADER
                            + " leave room for the names of sources and tables.",
                    "Choose a shorter name.");
        }
        given("loader.tool", Optional.of(of.tool()), PREFECT);
        given("loader.database", of.database(), SNOWFLAKE);
        given("loader.serviceAccount", of.serviceAccount(), SNOWFLAKE);
        given("loader.loadedAt", of.loadedAt().column(), SNOWFLAKE_COLUMN);
        given("loader.loadedAt", of.loadedAt().stamp(), new LoadTimeColumn());
        taken.take("AWS secret", names.loaderSecret(), "loader.name", RENAME);
    }

    private List<Derived> derivedOfLoader() {
        List<Derived> derived = new ArrayList<>(List.of(
                ofLoader("Terraform module", TERRAFORM, Names::databaseModule),
                ofLoader("Terraform resource", TERRAFORM, Names::loaderSecretResource),
                ofLoader(
                        "dbt folder",
                        DBT,
                        of -> of.stagingFolder().substring(staging().length() + 1)),
                Derived.same("folder", FILE),
                ofLoader("secret", AWS, Names::loaderSecret),
                ofLoader("tag", TAG, Names::loaderTag)));
        if (plan.loader().database().isEmpty()) {
            derived.add(ofLoader("database", SNOWFLAKE, Names::database));
        }
        if (plan.loader().hasServiceAccount() && plan.loader().serviceAccount().isEmpty()) {
            derived.add(ofLoader("user", SNOWFLAKE, of -> of.serviceAccount().orElseThrow()));
            derived.add(ofLoader(
                    "Terraform module", TERRAFORM, of -> of.userModule().orElseThrow()));
            derived.add(ofLoader(
                    "Terraform resource", TERRAFORM, of -> of.warehouseGrant().orElseThrow()));
        }
        return derived;
    }

    private String staging() {
        return plan.platform().folder(Folder.DBT_STAGING);
    }

    private Derived ofLoader(String what, NamingRule rule, Function<Names, String> name) {
        return new Derived(
                what,
                rule,
                called -> name.apply(new Names(platform, plan.loader().called(called))));
    }

    private void given(String path, Optional<String> name, NamingRule rule) {
        name.ifPresent(value -> check(path, value, Derived.same(rule.target(), rule)));
    }

    /** Names that another source cannot have. */
    private Set<String> siblings() {
        Set<String> siblings = plan.sources().stream().map(Source::name).collect(Collectors.toCollection(HashSet::new));
        siblings.addAll(OF_EVERY_DATABASE);
        siblings.add(OF_THE_LOADER);
        return siblings;
    }

    private void judge(Source source, Set<String> siblings, String path) {
        judge.judge(
                path + ".name",
                source.name(),
                siblings,
                List.of(
                        ofSource("Python module", PYTHON, source, names::module),
                        ofSource("flow file", FLOW_FILE, source, names::flowModule),
                        ofSource("file", FILE, source, names::module),
                        ofSource("flow file", FILE, source, names::flowModule),
                        ofSource("dlt source", DLT, source, names::module),
                        ofSource("schema", SNOWFLAKE, source, names::schema),
                        ofSource("Terraform module", TERRAFORM, source, names::schemaModule),
                        ofSource("Terraform resource", TERRAFORM, source, names::sourceSecretResource),
                        ofSource("dbt source", DBT, source, names::dbtSource),
                        ofSource("secret", AWS, source, names::sourceSecret),
                        ofSource("tag", TAG, source, names::kebab),
                        ofSource("deployment", PREFECT, source, names::deployment)));
        judgeSecrets(source, path + ".method");
        // What a second source of one name derives is there already as well, which is the same mistake.
        if (taken.take("schema", names.schema(source), path + ".name", "Rename the source.")) {
            takeDerived(source, path + ".name");
        }
        Set<String> tables = source.tables().stream().map(Table::name).collect(Collectors.toSet());
        if (source.freshness().filter(Freshness::isOfRuns).isPresent()) {
            taken.reserve("table of " + source.name(), upper(Freshness.HEARTBEAT), path + ".freshness");
        }
        for (int i = 0; i < source.tables().size(); i++) {
            judge(source, source.tables().get(i), tables, path + ".tables[" + i + "]");
        }
    }

    private static Derived ofSource(String what, NamingRule rule, Source source, Function<Source, String> name) {
        return new Derived(what, rule, called -> name.apply(source.called(called)));
    }

    private void takeDerived(Source source, String path) {
        taken.take("deployment", names.deployment(source), path, RENAME);
        if (!source.method().secrets().isEmpty()) {
            taken.take("AWS secret", names.sourceSecret(source), path, RENAME);
        }
        if (source.tables().stream().anyMatch(table -> table.loadMode() == LoadMode.MERGE)) {
            taken.take("schema", names.schema(source) + "_STAGING", path, RENAME);
        }
    }

    private void judgeSecrets(Source source, String path) {
        TakenNames arguments = new TakenNames(problems);
        List<Secret> secrets = source.method().secrets();
        for (int i = 0; i < secrets.size(); i++) {
            Secret secret = secrets.get(i);
            String at = path + ".secrets[" + i + "]";
            check(
                    at,
                    secret.name(),
                    Derived.same("argument", DLT),
                    Derived.same("Python argument", PYTHON),
                    new Derived("environment variable", ENVIRONMENT, NameRules::upper));
            if (NO_ARGUMENT.contains(secret.name())) {
                problems.add(
                        "name.python.used",
                        at,
                        "\"" + secret.name()
                                + "\" does not hold: as argument it is a name that dlt's settings use themselves.",
                        "Use \"" + secret.name() + "_secret\".");
            }
            if (!secret.name().isBlank()) {
                arguments.take("argument", secret.name(), at, "Name each secret of a source differently.");
            }
        }
    }

    private void judge(Source source, Table table, Set<String> siblings, String path) {
        judge.judge(
                path + ".name",
                table.name(),
                siblings,
                List.of(
                        Derived.same("dlt resource", DLT),
                        new Derived("table", SNOWFLAKE, NameRules::upper),
                        new Derived("dbt model", DBT, name -> names.stagingModel(source, table.called(name)))));
        taken.take("table of " + source.name(), upper(table.name()), path + ".name", RENAME);
        takenModel(source, table, path);
        if (!table.entity().equals(table.name())) {
            check(path + ".entity", table.entity(), Derived.same("column", DBT));
        }
        new ColumnRules(plan.loader(), source, table, path, problems).judge();
    }

    /** Two tables of one source with one name are reported already. */
    private void takenModel(Source source, Table table, String ofTable) {
        String path = ofTable + ".name";
        String ofSource = ofTable.substring(0, ofTable.lastIndexOf("tables["));
        String model = names.stagingModel(source, table);
        taken.give("staging model", model, path)
                .filter(first -> !first.startsWith(ofSource))
                .ifPresent(first -> taken.collision("staging model", model, first, path, BY_SOURCE));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
