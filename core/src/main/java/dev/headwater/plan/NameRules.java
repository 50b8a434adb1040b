package dev.headwater.plan;

import dev.headwater.naming.AwsSecretName;
import dev.headwater.naming.DbtName;
import dev.headwater.naming.FileName;
import dev.headwater.naming.NamingRule;
import dev.headwater.naming.PrefectName;
import dev.headwater.naming.PrefectTag;
import dev.headwater.naming.PythonFlowModule;
import dev.headwater.naming.SnowflakeColumn;
import dev.headwater.naming.SnowflakeIdentifier;
import dev.headwater.naming.TerraformLabel;
import dev.headwater.plan.IngestionMethod.DerivedName;
import dev.headwater.plan.IngestionMethod.HelperSchema;
import dev.headwater.plan.IngestionMethod.Run;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Judges every name that is derived from a plan, each under its target's rule, and whether two of them are one. */
final class NameRules {

    private static final NamingRule SNOWFLAKE = new SnowflakeIdentifier();
    private static final NamingRule SNOWFLAKE_COLUMN = new SnowflakeColumn();
    private static final NamingRule TERRAFORM = new TerraformLabel();
    private static final NamingRule FILE = new FileName();
    private static final NamingRule FLOW_FILE = new PythonFlowModule();
    private static final NamingRule DBT = new DbtName();
    private static final NamingRule PREFECT = new PrefectName();
    private static final NamingRule TAG = new PrefectTag();
    private static final NamingRule AWS = new AwsSecretName();

    private static final String BY_SOURCE = "Build the plan on a platform with stagingNaming(StagingNaming.BY_SOURCE),"
            + " which gives stg_<loader>_<source>__<table>, or rename a table (RB17).";

    /** Snowflake makes both in each database. */
    private static final Set<String> OF_EVERY_DATABASE = Set.of("public", "information_schema");

    /** A source of that name would have the loader's own secret. */
    private static final String OF_THE_LOADER = "snowflake_credentials";

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
        check("platform.secretPrefix", plan.platform().secretPrefix(), "prefix of secrets", AWS);
        check("platform.warehouse", platform.warehouse(), "warehouse", SNOWFLAKE);
        check("platform.sourcesReaderRole", platform.sourcesReaderRole(), "role", SNOWFLAKE);
        check("platform.developerRole", platform.developerRole(), "role", SNOWFLAKE);
        check("platform.transformerUser", platform.transformerUser(), "user", SNOWFLAKE);
        check("platform.analyticsDatabase", platform.analyticsDatabase(), "database", SNOWFLAKE);
        check("platform.workPool", platform.workPool(), "work pool", PREFECT);
    }

    private void check(String path, String name, String what, NamingRule rule) {
        judge.judge(path, name, Set.of(), called -> List.of(new DerivedName(what, rule, called)));
    }

    private void judgeLoader() {
        Loader of = plan.loader();
        judge.judge("loader.name", of.name(), Set.of(), this::derivedOfLoader);
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

    private List<DerivedName> derivedOfLoader(String called) {
        Names of = new Names(platform, plan.loader().called(called));
        List<DerivedName> derived = new ArrayList<>(List.of(
                new DerivedName("Terraform module", TERRAFORM, of.databaseModule()),
                new DerivedName("Terraform resource", TERRAFORM, of.loaderSecretResource()),
                new DerivedName(
                        "dbt folder",
                        DBT,
                        of.stagingFolder().substring(staging().length() + 1)),
                new DerivedName("folder", FILE, called),
                new DerivedName("secret", AWS, of.loaderSecret()),
                new DerivedName("tag", TAG, of.loaderTag())));
        if (plan.loader().database().isEmpty()) {
            derived.add(new DerivedName("database", SNOWFLAKE, of.database()));
        }
        if (plan.loader().serviceAccount().isEmpty()) {
            of.serviceAccount().ifPresent(user -> derived.add(new DerivedName("user", SNOWFLAKE, user)));
            of.userModule().ifPresent(label -> derived.add(new DerivedName("Terraform module", TERRAFORM, label)));
            of.warehouseGrant()
                    .ifPresent(label -> derived.add(new DerivedName("Terraform resource", TERRAFORM, label)));
        }
        return derived;
    }

    private String staging() {
        return plan.platform().folder(Folder.DBT_STAGING);
    }

    private void given(String path, Optional<String> name, NamingRule rule) {
        name.ifPresent(value -> check(path, value, rule.target(), rule));
    }

    /** Names that another source cannot have. */
    private Set<String> siblings() {
        Set<String> siblings = plan.sources().stream().map(Source::name).collect(Collectors.toCollection(HashSet::new));
        siblings.addAll(OF_EVERY_DATABASE);
        siblings.add(OF_THE_LOADER);
        return siblings;
    }

    private void judge(Source source, Set<String> siblings, String path) {
        judge.judge(path + ".name", source.name(), siblings, called -> derived(source.called(called)));
        judgeSecrets(source, path + ".method");
        new AnswerRules(problems).judge(source, names, path + ".method");
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

    private List<DerivedName> derived(Source source) {
        List<DerivedName> derived = new ArrayList<>(source.method().names(source, names));
        if (source.method().run(source, names).orElse(null) instanceof Run.PythonCallable) {
            derived.add(new DerivedName("flow file", FLOW_FILE, names.flowModule(source)));
            derived.add(new DerivedName("flow file", FILE, names.flowModule(source)));
        }
        derived.addAll(List.of(
                new DerivedName("schema", SNOWFLAKE, names.schema(source)),
                new DerivedName("Terraform module", TERRAFORM, names.schemaModule(source)),
                new DerivedName("Terraform resource", TERRAFORM, names.sourceSecretResource(source)),
                new DerivedName("dbt source", DBT, names.dbtSource(source)),
                new DerivedName("secret", AWS, names.sourceSecret(source)),
                new DerivedName("tag", TAG, names.kebab(source)),
                new DerivedName("deployment", PREFECT, names.deployment(source))));
        return derived;
    }

    private void takeDerived(Source source, String path) {
        taken.take("deployment", names.deployment(source), path, RENAME);
        if (!source.method().secrets().isEmpty()) {
            taken.take("AWS secret", names.sourceSecret(source), path, RENAME);
        }
        for (HelperSchema helper : source.method().helperSchemas(source, names)) {
            if (helper.shared()) {
                taken.reserve("schema", helper.name(), source.method().tool());
            } else {
                taken.take("schema", helper.name(), path, RENAME);
            }
        }
    }

    private void judgeSecrets(Source source, String path) {
        TakenNames arguments = new TakenNames(problems);
        List<Secret> secrets = source.method().secrets();
        for (int i = 0; i < secrets.size(); i++) {
            Secret secret = secrets.get(i);
            String at = path + ".secrets[" + i + "]";
            if (source.method().names(secret).isEmpty()) {
                problems.line(at, secret.name());
            }
            judge.judge(at, secret.name(), Set.of(), called -> source.method().names(Secret.named(called)));
            if (secret.name().isBlank()) {
                judgeBlankSecret(path, at);
            } else {
                arguments.take("argument", secret.name(), at, "Name each secret of a source differently.");
            }
        }
    }

    /** One that is a field of the method is reported by its constraint already. */
    private void judgeBlankSecret(String method, String at) {
        boolean reported = problems.sorted().stream()
                .anyMatch(known ->
                        known.code().equals("field.notblank") && known.path().startsWith(method + "."));
        if (!reported) {
            problems.add("field.notblank", at, "is blank.", "Name the secret, such as access_token.");
        }
    }

    private void judge(Source source, Table table, Set<String> siblings, String path) {
        judge.judge(path + ".name", table.name(), siblings, called -> derived(source, table.called(called)));
        taken.take("table of " + source.name(), upper(table.name()), path + ".name", RENAME);
        takenModel(source, table, path);
        source.method().location(source, table, names).ifPresent(location -> taken.settle(location, path));
        if (!table.entity().equals(table.name())) {
            check(path + ".entity", table.entity(), "column", DBT);
        }
        new ColumnRules(plan.loader(), source, table, path, problems).judge();
    }

    private List<DerivedName> derived(Source source, Table table) {
        List<DerivedName> derived = new ArrayList<>(source.method().names(table));
        derived.add(new DerivedName("table", SNOWFLAKE, upper(table.name())));
        derived.add(new DerivedName("dbt model", DBT, names.stagingModel(source, table)));
        return derived;
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
