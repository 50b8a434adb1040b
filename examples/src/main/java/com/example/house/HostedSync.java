package com.example.house;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod;
import dev.headwater.plan.Names;
import dev.headwater.plan.Source;
import dev.headwater.plan.TableSettings;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Optional;

/**
 * A connection of a hosted service: people make it in its console, and somebody starts its job.
 *
 * @param job the job, as the console calls it
 */
public record HostedSync(
        @NotBlank(message = "is blank; name the job as the console does") String job) implements IngestionMethod<TableSettings.None> {

    @Override
    public String tool() {
        return "hosted_sync";
    }

    /** Its tables need no settings: the console has them. */
    @Override
    public Class<TableSettings.None> tableSettings() {
        return TableSettings.None.class;
    }

    /** The service unpacks files into a schema beside the source's, which the rollback drops as well. */
    @Override
    public List<HelperSchema> helperSchemas(Source source, Names names) {
        return List.of(new HelperSchema(names.schema(source) + "_UNPACKED", false));
    }

    /** With a function of the house's own it would be {@code new Run.PythonCallable("house.loads", "load_crm")}. */
    @Override
    public Optional<Run> run(Source source, Names names) {
        return Optional.of(new Run.RemoteJob(job));
    }

    /** It loads nothing yet; who starts the job does. */
    @Override
    public List<OutsideStep> outsideSteps(DataSourcePlan plan, Source source) {
        return List.of(new OutsideStep(
                "connection",
                "Make the connection",
                "In the console, into `" + plan.names().schema(source) + "`.",
                false));
    }
}
