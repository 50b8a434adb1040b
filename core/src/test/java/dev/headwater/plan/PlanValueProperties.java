package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.platform.Platform;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Copies that change nothing are the same value. */
class PlanValueProperties {

    @Provide
    Arbitrary<DataSourcePlan> plans() {
        return RichPlans.valid();
    }

    @Property(tries = 200)
    void toBuilderIsTheIdentity(@ForAll("plans") DataSourcePlan plan) {
        assertThat(plan.toBuilder().problems()).isEmpty();
        assertThat(plan.toBuilder().build()).isEqualTo(plan).hasSameHashCodeAs(plan);
    }

    @Property(tries = 100)
    void changingNothingInASourceIsTheIdentity(@ForAll("plans") DataSourcePlan plan) {
        for (Source source : plan.sources()) {
            assertThat(source.with(source.method())).isEqualTo(source).hasSameHashCodeAs(source);
            assertThat(source.changed(nothing -> {})).isEqualTo(source).hasSameHashCodeAs(source);
        }
    }

    @Property(tries = 100)
    void withoutChangesALoaderAndAPlatformAreThemselves(@ForAll("plans") DataSourcePlan plan) {
        Loader loader = plan.loader();
        assertThat(loader.with(nothing -> {})).isEqualTo(loader).hasSameHashCodeAs(loader);
        Platform platform = plan.platform();
        assertThat(platform.with(nothing -> {})).isEqualTo(platform).hasSameHashCodeAs(platform);
    }
}
