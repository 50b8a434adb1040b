package dev.headwater.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.emit.Address;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Stage;
import dev.headwater.problem.Diagnostic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmittedTest {

    private static final Scope CRM = Scope.loader("dlt").source("crm");
    private static final Address PROVIDER = new Address.HclBlock("infra", "provider", List.of("aws"));

    private static final Saying EMITTER =
            new Saying((repository, out) -> out.fragment(Fragment.file(CRM, "crm.txt", "contacts\n"))
                    .fragment(Fragment.hclBlock(CRM, "infra/crm.tf", "module \"crm\" {\n}\n")
                            .obstructedBy(List.of(new Obstacle(
                                    "infra/a.tf",
                                    new Diagnostic("notes.taken", 3, "The name is taken.", "Give another one."),
                                    false))))
                    .require(PROVIDER, "It is used.")
                    .require(PROVIDER, "It is used again.")
                    .finding(Finding.know("notes.b", CRM, "Known."))
                    .finding(Finding.know("notes.a", CRM, "Said twice."))
                    .finding(Finding.know("notes.a", CRM, "Said twice."))
                    .finding(Finding.act("notes.c", CRM, "Decide.", "table.append()"))
                    .finding(Finding.act("notes.c", CRM, "Look at it."))
                    .step(Step.manual(CRM, "notes.read", Stage.STAGING, "Read it", "With care.")));

    private static final Emitted EMITTED = Emitted.by(EMITTER, Plans.CRM);

    @Test
    void everythingIsThereInTheOrderInWhichItWasSaid() {
        assertThat(EMITTED.addresses()).containsExactly("crm.txt", "infra: module \"crm\"");
        assertThat(EMITTED.requirements()).containsExactly(Map.entry(PROVIDER, "It is used. It is used again."));
        assertThat(EMITTED.findings())
                .extracting(Finding::code)
                .containsExactly("notes.b", "notes.a", "notes.a", "notes.c", "notes.c");
        assertThat(EMITTED.steps()).extracting(Step::id).containsExactly("notes.read");
    }

    @Test
    void aTextIsFoundByItsAddressAndABlockByItsLabelToo() {
        assertThat(EMITTED.text("crm.txt")).isEqualTo("contacts\n");
        assertThat(EMITTED.text("infra: module \"crm\"")).isEqualTo("module \"crm\" {\n}\n");
        assertThat(EMITTED.labels()).containsExactly("crm");
        assertThat(EMITTED.block("crm").home()).isEqualTo("infra/crm.tf");
        assertThat(EMITTED.obstacles("crm")).containsExactly("infra/a.tf:3: The name is taken. Give another one.");
    }

    @Test
    void whatIsSaidUnderACodeIsThereOnce() {
        assertThat(EMITTED.codes()).containsExactly("notes.a", "notes.b", "notes.c");
        assertThat(EMITTED.said("notes.a")).isEqualTo("KNOW Said twice.");
        assertThat(EMITTED.said("notes.d")).isEmpty();
    }

    @Test
    void whatASettingSettlesIsSaidWithItUnlessItIsToMuteIt() {
        assertThat(EMITTED.said("notes.c")).isEqualTo("ACT Decide. [table.append()]\nACT Look at it.");
    }

    @Test
    void aStepIsFoundByItsName() {
        assertThat(EMITTED.step("notes.read").title()).isEqualTo("Read it");
    }

    @Test
    void whatIsNotThereIsNamedBesideWhatIs() {
        assertThatThrownBy(() -> EMITTED.text("shop.txt"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("nothing at shop.txt among [crm.txt, infra: module \"crm\"]");
        assertThatThrownBy(() -> EMITTED.block("shop"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no block is called shop among [crm.txt, infra: module \"crm\"]");
        assertThatThrownBy(() -> EMITTED.step("notes.write"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no step notes.write among [notes.read]");
    }

    @Test
    void twoAreEqualWhenTheySayTheSame() {
        assertThat(EMITTED)
                .isEqualTo(Emitted.by(EMITTER, Plans.CRM, Map.of("others.txt", "words\n")))
                .hasSameHashCodeAs(Emitted.by(EMITTER, Plans.CRM))
                .isNotEqualTo(Emitted.by(new Saying((repository, out) -> {}), Plans.CRM));
    }
}
