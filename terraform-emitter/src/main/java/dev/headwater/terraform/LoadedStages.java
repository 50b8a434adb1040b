package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.problem.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stages of other people's from which pipes load: files that lie in one of them and in ours would be loaded twice.
 *
 * @param snowflake where they are
 */
record LoadedStages(Configuration snowflake) {

    List<Obstacle> obstacles(String url) {
        return Stream.of("snowflake_stage_external_s3", "snowflake_stage")
                .flatMap(type -> snowflake.resources(type).stream())
                .filter(stage -> stage.literal("url")
                        .map(other -> other.endsWith("/") ? other : other + "/")
                        .filter(other -> other.startsWith(url) || url.startsWith(other))
                        .isPresent())
                .filter(this::isLoaded)
                .map(stage -> new Obstacle(
                        stage.file(),
                        new Diagnostic(
                                "snowpipe.location",
                                stage.block().line(),
                                "A pipe loads from " + stage.called() + ", which has files of " + url + " as well.",
                                "Give the two different folders, or leave one out."),
                        false))
                .toList();
    }

    private boolean isLoaded(LocatedBlock stage) {
        return snowflake.resources("snowflake_pipe").stream()
                .flatMap(pipe -> pipe.block().attribute("copy_statement").stream())
                .anyMatch(copy -> copy.expression().contains(stage.address() + "."));
    }
}
