package dev.headwater.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.Authentication.ApiKey;
import dev.headwater.method.Authentication.Location;
import dev.headwater.method.Authentication.OAuth2ClientCredentials;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Secret;
import dev.headwater.plan.SmallPlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.TableSettings;
import dev.headwater.problem.Problem;
import dev.headwater.problem.Problems;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A form that shows a problem beside its field finds all of a method's in one place. */
class ProblemPlacesTest {

    private static final Pattern CODE = Pattern.compile("\"(rest\\.[a-z.-]+)\"");

    /** A method that somebody brings, with a constraint and with a rule of its own. */
    record Fivetran(@NotBlank(message = "is blank; name it") String connector, String group)
            implements IngestionMethod<TableSettings.None> {

        @Override
        public String tool() {
            return "fivetran";
        }

        @Override
        public Class<TableSettings.None> tableSettings() {
            return TableSettings.None.class;
        }

        @Override
        public void check(Source source, Place place, Problems problems) {
            if (group.isBlank()) {
                problems.add("fivetran.group", place.method() + ".group", "is blank.", "Name it.");
            }
            problems.add("fivetran.table", place.table(0), "The table is not there.", "Add it.");
        }
    }

    @Test
    void aConstraintAndARuleOfAMethodSpeakOfTheSamePlace() {
        DataSourcePlan.Builder plan = DataSourcePlan.builder()
                .loader(Loader.named("fivetran", loader -> {}))
                .source(
                        "crm",
                        new Fivetran("", ""),
                        source -> source.table(
                                "contacts",
                                table -> table.description("One row per contact.")
                                        .primaryKey("id")));
        assertThat(plan.problems())
                .extracting(Problem::path)
                .containsExactly("sources[0].method.connector", "sources[0].method.group", "sources[0].tables[0]");
    }

    /** An API of which everything is wrong. */
    private static DataSourcePlan.Builder faulty(Authentication authentication) {
        Paginator endless = Paginator.offset(-1)
                .withoutTotal()
                .option("stop_after_empty_page", false)
                .option("curser", 1);
        return DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source(
                        "crm",
                        RestApi.at("ftp://x.example/", api -> api.authentication(authentication)),
                        source -> source.schedule(Schedule.continuous())
                                .table("contacts", SmallPlan::contacts)
                                .table(
                                        "deals",
                                        table -> table.description("One row per deal.")
                                                .append()
                                                .primaryKey("id")
                                                .incremental("*x")
                                                .column(
                                                        "x",
                                                        column -> column.from("*x")
                                                                .type(ColumnType.INTEGER))
                                                .from(RestApi.endpoint(
                                                        "{a}#",
                                                        endpoint -> endpoint.rows(" ")
                                                                .paginator(endless)
                                                                .parameter("", "{b}")
                                                                .cursorParameter("since", "{c}")))));
    }

    private static List<Problem> problems() {
        return Stream.of(
                        new ApiKey("X: Y", Secret.named("crm_base_url"), Location.HEADER),
                        new OAuth2ClientCredentials("ftp://y.example/", Secret.named("a_b"), Secret.named("c_d"))
                                .parameter("", ""))
                .flatMap(authentication -> faulty(authentication).problems().stream())
                .filter(problem -> problem.code().startsWith("rest."))
                .toList();
    }

    @Test
    void everyProblemOfAnApiIsBelowItsMethodOrATable() {
        assertThat(problems())
                .filteredOn(problem -> !problem.code().equals("rest.schedule"))
                .allSatisfy(
                        problem -> assertThat(problem.path()).matches("sources\\[0]\\.(method|tables\\[1])(\\..+)?"));
    }

    @Test
    void aScheduleThatDoesNotSuitTheMethodIsAProblemOfTheSchedule() {
        assertThat(problems())
                .filteredOn(problem -> problem.code().equals("rest.schedule"))
                .extracting(Problem::path)
                .containsOnly("sources[0].schedule");
    }

    @Test
    void noCodeOfTheRulesIsLeftOut() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/headwater/method"))) {
            for (Path file : files.toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(code -> said.add(code.group(1)));
            }
        }
        assertThat(problems()).extracting(Problem::code).hasSameElementsAs(said);
    }
}
