package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.Authentication;
import dev.headwater.method.Authentication.Location;
import dev.headwater.method.RestApi;
import dev.headwater.platform.Platform;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

/** A host that holds our values in its own beans judges them with its own validator, in its own words. */
@SuppressWarnings("NullAway")
class HostValidatorTest {

    private static final Validator HOST = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(
                    Set.of(Locale.GERMAN), Locale.GERMAN, context -> Locale.GERMAN, false))
            .buildValidatorFactory()
            .getValidator();

    private static Set<String> seen(Object value) {
        return HOST.validate(value).stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .collect(Collectors.toSet());
    }

    private static Set<String> paths(Object value) {
        return HOST.validate(value).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .collect(Collectors.toSet());
    }

    @Test
    void aHostSeesIntoALoader() {
        Loader loader = Loader.named(
                " ",
                it -> it.tool(" ")
                        .database(" ")
                        .serviceAccount(" ")
                        .loadedAt(LoadedAt.query(" "))
                        .credentialFields("a b"));
        assertThat(paths(loader))
                .containsExactlyInAnyOrder(
                        "name",
                        "tool",
                        "database",
                        "serviceAccount",
                        "loadedAt.query",
                        "credentialFields[0].<list element>");
    }

    @Test
    void aHostSeesIntoTheTablesAndTheMethodOfASource() {
        RestApi api = RestApi.at(
                "", who -> who.authentication(new Authentication.ApiKey("", Secret.named(""), Location.HEADER)));
        Source source = Source.of(
                "",
                api,
                it -> it.schedule(Schedule.dailyAt("07:00").named("A b"))
                        .table(
                                "",
                                table -> table.from(RestApi.endpoint("", e -> e.cursorParameter("", "")))
                                        .merge("")
                                        .incremental("")
                                        .column("", column -> {})));
        assertThat(paths(source))
                .containsExactlyInAnyOrder(
                        "name",
                        "method.baseUrl",
                        "method.authentication.name",
                        "method.authentication.key.name",
                        "schedule.cadence",
                        "tables[0].name",
                        "tables[0].description",
                        "tables[0].settings.path",
                        "tables[0].settings.cursorParameter.name",
                        "tables[0].settings.cursorParameter.initialValue",
                        "tables[0].primaryKey[0].<list element>",
                        "tables[0].cursor",
                        "tables[0].columns[0].name",
                        "tables[0].columns[0].from",
                        "tables[0].columns[0].type");
    }

    @Test
    void messagesStandAsTheyAreWrittenWhateverTheHostsBundles() {
        assertThat(seen(Platform.runbook().with(platform -> platform.flowModule("flow"))))
                .containsExactly("flowModule is not a flow file name; use lower-case letters, digits and _ around"
                        + " {source}, such as {source}_flow");
    }

    @Test
    void noMessageIsAnExpression() {
        MessageInterpolator asWritten = new MessageInterpolator() {
            @Override
            public String interpolate(String template, Context context) {
                return template;
            }

            @Override
            public String interpolate(String template, Context context, Locale locale) {
                return template;
            }
        };
        Validator plain = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(asWritten)
                .buildValidatorFactory()
                .getValidator();
        Platform platform = Platform.runbook()
                .with(it -> it.flowModule("flow").warehouse("").mute("").contacts("", ""));
        assertThat(plain.validate(platform))
                .hasSize(5)
                .allSatisfy(violation ->
                        assertThat(violation.getMessage()).doesNotContain("${").doesNotContainPattern("(?<!\\\\)[{}]"));
    }
}
