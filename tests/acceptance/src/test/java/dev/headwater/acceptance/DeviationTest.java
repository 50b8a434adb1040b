package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.ChangeSet;
import dev.headwater.emit.Finding;
import dev.headwater.examples.HubSpotPlan;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Platform;
import dev.headwater.platform.PlatformBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each deviation on its own: turned back, its text changes and its finding is silent; muted, only the finding goes. */
class DeviationTest {

    private static final Workspace QUICKSTART = Scenario.QUICKSTART.fresh();
    private static final Workspace NEW_LOADER = Scenario.NEW_LOADER.fresh();

    private static List<Preview> previews = List.of();

    @BeforeAll
    static void previewAsHeadwaterWouldHaveIt() {
        previews = previews(platform -> {});
    }

    private static List<Preview> previews(Consumer<PlatformBuilder> changes) {
        Platform platform = Platform.runbook().with(changes);
        return List.of(
                QUICKSTART.onboard(Plans.on(platform, HubSpotPlan.plan())),
                NEW_LOADER.onboard(Plans.on(platform, Plans.newLoader())));
    }

    private static List<Finding> findings(List<Preview> of) {
        return of.stream()
                .flatMap(preview -> Stream.concat(preview.findings().stream(), preview.notes().stream()))
                .toList();
    }

    private static List<String> codes(List<Preview> of) {
        return findings(of).stream().map(Finding::code).distinct().toList();
    }

    private static List<String> texts(List<Preview> of) {
        List<String> texts = new ArrayList<>();
        for (Preview preview : of) {
            preview.changes().stream().map(ChangeSet::diff).forEach(texts::add);
            preview.runbook().steps().forEach(step -> texts.add(step.title() + step.body()));
        }
        return texts;
    }

    private static Stream<Deviation> withAWayBack() {
        return Stream.of(Deviation.values()).filter(Deviation::canBeAsWritten);
    }

    @ParameterizedTest
    @MethodSource("withAWayBack")
    void turnedBackTheRunbooksTextIsWrittenAndNothingIsSaid(Deviation deviation) {
        assertThat(codes(previews)).contains(deviation.code());

        List<Preview> asWritten = previews(platform -> platform.asWritten(deviation.code()));

        assertThat(texts(asWritten)).isNotEqualTo(texts(previews));
        assertThat(codes(asWritten)).doesNotContain(deviation.code());
    }

    @Test
    void theQuickstartsFindingsAreSettledByTheirSettings() {
        Platform platform = Platform.runbook().with(house -> house.sharedMinutes(true));
        DataSourcePlan plan = Plans.on(platform, HubSpotPlan.plan()).toBuilder()
                .changeSource("hubspot", RestApi.class, source -> source.freshness(Freshness.ofRuns()))
                .build();

        assertThat(previews.get(0).findings()).extracting(Finding::code).containsExactly("RB32", "RB35");
        assertThat(QUICKSTART.onboard(plan).findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void mutedOnlyTheFindingGoes(Deviation deviation) {
        List<Preview> muted = previews(platform -> platform.mute(deviation.code()));

        assertThat(texts(muted)).isEqualTo(texts(previews));
        assertThat(findings(muted))
                .isEqualTo(findings(previews).stream()
                        .filter(finding -> !finding.code().equals(deviation.code()))
                        .toList());
    }
}
