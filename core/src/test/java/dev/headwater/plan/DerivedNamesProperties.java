package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.naming.AwsSecretName;
import dev.headwater.naming.DbtName;
import dev.headwater.naming.DltName;
import dev.headwater.naming.NamingRule;
import dev.headwater.naming.PrefectName;
import dev.headwater.naming.PrefectTag;
import dev.headwater.naming.PythonFlowModule;
import dev.headwater.naming.PythonModule;
import dev.headwater.naming.SnowflakeIdentifier;
import dev.headwater.naming.TerraformLabel;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** A plan that is built gives every tool a name that it takes; one that is not says why, with a mend that helps. */
class DerivedNamesProperties {

    private static void holds(NamingRule rule, String name) {
        assertThat(rule.check(name)).as(rule.target() + " " + name).isEmpty();
    }

    private static void everyNameHolds(DataSourcePlan plan) {
        Names names = plan.names();
        Source source = plan.sources().get(0);
        holds(new SnowflakeIdentifier(), names.database());
        holds(new SnowflakeIdentifier(), names.schema(source));
        holds(new SnowflakeIdentifier(), names.serviceAccount().orElseThrow());
        List.of(
                        names.databaseModule(),
                        names.userModule().orElseThrow(),
                        names.warehouseGrant().orElseThrow(),
                        names.schemaModule(source),
                        names.loaderSecretResource(),
                        names.sourceSecretResource(source))
                .forEach(label -> holds(new TerraformLabel(), label));
        holds(new AwsSecretName(), names.loaderSecret());
        holds(new AwsSecretName(), names.sourceSecret(source));
        holds(new PythonModule(), names.module(source));
        holds(new DltName(), names.module(source));
        holds(new PythonFlowModule(), names.flowModule(source));
        holds(new PythonModule(), names.flowFunction(source));
        holds(new PrefectName(), names.deployment(source));
        holds(new PrefectTag(), names.loaderTag());
        holds(new PrefectTag(), names.kebab(source));
        holds(new DbtName(), names.dbtSource(source));
        Table table = source.tables().get(0);
        holds(new DltName(), table.name());
        holds(new SnowflakeIdentifier(), table.name().toUpperCase(Locale.ROOT));
        holds(new DbtName(), names.stagingModel(source, table));
    }

    private static DataSourcePlan.Builder plan(String loader, String source, String table) {
        return SmallPlan.named(loader, source, table);
    }

    @Property
    void aNameThatHoldsStaysOneInEveryTarget(
            @ForAll("words") String loader, @ForAll("words") String source, @ForAll("words") String table) {
        DataSourcePlan.Builder plan = plan(loader, source, table);
        boolean built = plan.problems().isEmpty();
        Statistics.label("built").collect(built);
        if (built) {
            everyNameHolds(plan.build());
        }
    }

    @Property
    void aPrefixOfSecretsThatHoldsStaysOneBeforeEveryName(@ForAll("prefixes") String prefix) {
        DataSourcePlan plan =
                SmallPlan.on(platform -> platform.secretPrefix(prefix)).build();
        Source source = plan.sources().get(0);
        String path = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        assertThat(plan.names().loaderSecret()).isEqualTo(path + "dlt/snowflake-credentials");
        assertThat(plan.names().sourceSecret(source)).isEqualTo(path + "dlt/crm");
        everyNameHolds(plan);
    }

    @Provide
    Arbitrary<String> prefixes() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("AZ09/_+=.@-")
                .ofMaxLength(127);
    }

    @Property
    void theMendOfAProblemHelps(@ForAll("texts") String source) {
        plan("dlt", source, "contacts").problems().stream()
                .map(problem -> problem.hint().replaceAll("^Use \"(.*)\"\\.$", "$1"))
                .filter(better -> better.matches("[a-z0-9_]+"))
                .forEach(
                        better -> everyNameHolds(plan("dlt", better, "contacts").build()));
    }

    @Provide
    Arbitrary<String> words() {
        Arbitrary<String> word =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
        return Arbitraries.oneOf(
                word,
                word.list().ofMinSize(1).ofMaxSize(20).map(parts -> String.join("_", parts)),
                Arbitraries.of("order", "json", "class", "run", "dlt", "a1", "x_2", "public", "s3"));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(80),
                Arbitraries.strings()
                        .withChars('a', 'Z', '1', ' ', '-', '_', 'é', 'ß', 'İ', '.')
                        .ofMinLength(1)
                        .ofMaxLength(100),
                Arbitraries.of("Order", "json", "class", "run", "public", "_x", "1st", "HubSpot EU", "a__b"));
    }
}
