package app;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.emit.Repository;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Secret;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.terraform.TerraformEmitter;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.HibernateValidator;

/** Has Hibernate Validator 8 and a validator of its own, whose defaults are not Headwater's. */
public final class Main {

    public static void main(String[] arguments) {
        DataSourcePlan plan = DataSourcePlan.builder()
                .loader(Loader.dlt().asNew())
                .source(
                        "hubspot",
                        RestApi.at("https://api.example.com/", api -> api.bearerToken(Secret.named("token"))),
                        source -> source.table("contacts", table -> table.description("One row per contact.")
                                .from(RestApi.endpoint("contacts", e -> e.paginator(Paginator.singlePage())))
                                .merge("id")))
                .build();
        Preview preview = Workspace.of()
                .repository(Repository.inMemory("terraform", Map.of()), new TerraformEmitter())
                .repository(Repository.inMemory("data-pipelines", Map.of()), new DltEmitter(), new PrefectEmitter())
                .repository(Repository.inMemory("dbt-transform", Map.of()), new DbtEmitter())
                .onboard(plan);
        if (!preview.conflicts().isEmpty() || preview.changes("data-pipelines").files().isEmpty()) {
            throw new IllegalStateException(preview.conflicts().toString());
        }
        require(DataSourcePlan.builder()
                .loader(Loader.dlt().with(loader -> loader.database(" ").credentialFields()))
                .problems()
                .stream()
                .map(problem -> problem.code() + " " + problem.path())
                .toList()
                .equals(List.of(
                        "field.notempty loader.credentialFields",
                        "field.pattern loader.database",
                        "field.notempty sources")));
        require(
                validator().validate(Loader.dlt().with(loader -> loader.database(" "))).stream()
                        .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                        .toList()
                        .equals(List.of("database HOST is blank; give a value, or leave it out")));
        Package validator = HibernateValidator.class.getPackage();
        require(HibernateValidator.class.getModule().isNamed() || validator.getImplementationVersion().startsWith("8."));
    }

    private static Validator validator() {
        return Validation.byDefaultProvider()
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new HostWords())
                .buildValidatorFactory()
                .getValidator();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException();
        }
    }
}
