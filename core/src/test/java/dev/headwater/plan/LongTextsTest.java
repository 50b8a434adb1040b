package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.naming.AwsSecretName;
import dev.headwater.naming.DbtName;
import dev.headwater.naming.DltName;
import dev.headwater.naming.EnvironmentVariable;
import dev.headwater.naming.FileName;
import dev.headwater.naming.KafkaConnectorName;
import dev.headwater.naming.KafkaTopic;
import dev.headwater.naming.NamingRule;
import dev.headwater.naming.PrefectName;
import dev.headwater.naming.PythonFlowModule;
import dev.headwater.naming.PythonModule;
import dev.headwater.naming.PythonName;
import dev.headwater.naming.S3BucketName;
import dev.headwater.naming.S3Prefix;
import dev.headwater.naming.SnowflakeIdentifier;
import dev.headwater.naming.TerraformLabel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who serves plans of strangers is not stopped by one long text. A rule that looked at a text once for each of its
 * characters would hang here for hours.
 */
class LongTextsTest {

    private static final int CHARACTERS = 200_000;

    private static final List<NamingRule> RULES = List.of(
            new AwsSecretName(),
            new DbtName(),
            new DltName(),
            new EnvironmentVariable(),
            new FileName(),
            new KafkaConnectorName(),
            new KafkaTopic(),
            new PrefectName(),
            new PythonFlowModule(),
            new PythonModule(),
            new PythonName(),
            new S3BucketName(),
            new S3Prefix(),
            new SnowflakeIdentifier(),
            new TerraformLabel());

    private static String text(String piece) {
        return "a" + piece.repeat(CHARACTERS / piece.length()) + "!";
    }

    @ParameterizedTest
    @ValueSource(strings = {"_", "a_", "aA", "1", "-", " ", "/", "\u0301\u0323", "__", "."})
    void aNamingRuleReadsALongNameOnce(String piece) {
        String name = text(piece);
        assertThat(RULES)
                .allSatisfy(rule -> rule.suggest(name)
                        .ifPresent(better -> assertThat(rule.check(better)).isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", ".@", "@a.", " ", "\\", "[", "[?(@.a", "'", "..", "a_", "\u0301\u0323", "//@"})
    void aPlanReadsALongTextOnce(String piece) {
        String text = text(piece);
        RestApi api = RestApi.at(text, who -> who.bearerToken(Secret.named(text)));
        DataSourcePlan.Builder plan = DataSourcePlan.builder()
                .loader(Loader.named(text, loader -> loader.displayName(text).database(text)))
                .source(
                        text,
                        api,
                        source -> source.displayName(text)
                                .schedule(Schedule.cron(text).named(text))
                                .table(
                                        text,
                                        table -> table.description(text)
                                                .from(RestApi.endpoint(
                                                        text,
                                                        endpoint -> endpoint.rows(text)
                                                                .rows("$." + text)
                                                                .paginator(Paginator.jsonLink("$" + text))))
                                                .merge(text)
                                                .incremental("$." + text)
                                                .column(text, column -> column.from(text))));
        assertThat(plan.problems()).isNotEmpty();
    }
}
