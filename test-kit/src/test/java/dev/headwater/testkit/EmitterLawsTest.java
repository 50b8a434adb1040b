package dev.headwater.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Stage;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Each law is kept by an emitter that is as it should be, and each is shown to fail for one that is not. */
class EmitterLawsTest {

    private static final Scope CRM = Scope.loader("dlt").source("crm");

    private static AbstractThrowableAssert<?, ? extends Throwable> assertBrokenBy(
            BiConsumer<RepositoryView, Emission.Builder> words) {
        return assertThatThrownBy(() -> EmitterLaws.requireKept(new Saying(words), Plans.CRM, Map.of()))
                .isInstanceOf(AssertionError.class);
    }

    private static String text(RepositoryView view, String path) {
        return view.text(path).orElse("");
    }

    private static Step step(String body) {
        return Step.manual(CRM, "notes.read", Stage.STAGING, "Read it", body);
    }

    @Test
    void anEmitterThatAsksForOthersThingsKeepsThem() {
        Saying emitter = new Saying((view, out) -> out.fragment(
                        Fragment.file(CRM, "crm.txt", "as " + text(view, "others.txt")))
                .fragment(Fragment.yamlItem(
                        CRM, Address.yaml("others.yml").item("notes", "name", "crm"), "name: crm\nabout: contacts\n"))
                .require(new Address.File("others.txt"), "It is told what others say.")
                .finding(Finding.know("notes.style", CRM, "Written as others are."))
                .step(step("With care.")));
        Map<String, String> files = Map.of("others.txt", "they are\n", "others.yml", "notes:\n  - name: shop\n");
        assertThatCode(() -> EmitterLaws.requireKept(emitter, Plans.CRM, files)).doesNotThrowAnyException();
    }

    @Test
    void itsOwnThingsAreNotInWhatItIsShown() {
        Saying emitter = new Saying((view, out) -> out.fragment(
                        Fragment.file(CRM, "crm.txt", "beside " + view.list("") + text(view, "crm.txt") + "\n"))
                .fragment(Fragment.yamlItem(
                        CRM,
                        Address.yaml("notes.yml").item("notes", "name", "crm"),
                        "name: crm\nothers: "
                                + view.yaml("notes.yml").items("notes").count() + "\n"))
                .fragment(Fragment.hclBlock(
                        CRM,
                        "infra/crm.tf",
                        "module \"crm\" {\n  others = "
                                + view.terraform("infra").blocks().size() + "\n}\n")));
        Map<String, String> files = Map.of("notes.yml", "notes:\n  - name: shop\n", "infra/crm.tf", "locals {}\n");

        assertThatCode(() -> EmitterLaws.requireKept(emitter, Plans.CRM, files)).doesNotThrowAnyException();
        assertThat(Emitted.by(emitter, Plans.CRM, files).text("infra: module \"crm\""))
                .contains("others = 1");
    }

    @Test
    void anEmitterThatCountsUpIsNotDeterministic() {
        AtomicInteger count = new AtomicInteger();
        assertBrokenBy((view, out) ->
                        out.fragment(Fragment.file(CRM, "crm.txt", "run " + count.incrementAndGet() + "\n")))
                .hasMessage("""
                        notes is not deterministic: of the same plan and the same files it says something else.
                        only before: fragment crm.txt for dlt.crm [home crm.txt, head "", MANAGED, holds data: false, \
                        obstacles []]
                        run 1
                        only now: fragment crm.txt for dlt.crm [home crm.txt, head "", MANAGED, holds data: false, \
                        obstacles []]
                        run 2""");
    }

    @Test
    void anEmitterWhoseOrderChangesIsNotDeterministic() {
        AtomicInteger count = new AtomicInteger();
        assertBrokenBy((view, out) -> {
                    int first = count.getAndIncrement() % 2;
                    out.fragment(Fragment.file(CRM, first + ".txt", "one\n"));
                    out.fragment(Fragment.file(CRM, 1 - first + ".txt", "one\n"));
                })
                .hasMessageEndingWith("other order or number, before: fragments [0.txt for dlt.crm, 1.txt for dlt.crm]"
                        + "\nnow: fragments [1.txt for dlt.crm, 0.txt for dlt.crm]");
    }

    @Test
    void anEmitterMayNotAskWhetherItsOwnThingsAreThere() {
        assertBrokenBy((view, out) -> {
                    out.fragment(Fragment.file(CRM, "crm.txt", "contacts\n"));
                    if (view.withOwn().text("crm.txt").isEmpty()) {
                        out.step(step("It is new."));
                    }
                })
                .hasMessage("""
                        notes asks for its own things: once they are written it says something else.
                        only before: step notes.read for [dlt.crm] [MANUAL, STAGING, after [], covers [], undone by \
                        nothing, learns []]
                        Read it

                        It is new.""");
    }

    @Test
    void anEmitterMayNotTurnAFindingIntoAnotherOnceItsOwnThingsAreThere() {
        assertBrokenBy((view, out) -> out.fragment(Fragment.file(CRM, "crm.txt", "contacts\n"))
                        .finding(Finding.know(
                                "notes.there",
                                CRM,
                                "There are " + view.withOwn().list("") + ".")))
                .hasMessageStartingWith("notes asks for its own things")
                .hasMessageContaining("only before: finding notes.there")
                .hasMessageContaining("There are [].")
                .hasMessageContaining("only now: finding notes.there")
                .hasMessageContaining("There are [crm.txt].");
    }

    @Test
    void anEmitterMayNotEditItsOwnTextOnEachRun() {
        assertBrokenBy((view, out) -> out.fragment(
                        Fragment.file(CRM, "crm.txt", text(view.withOwn(), "crm.txt") + "one more line\n")))
                .hasMessageStartingWith("notes asks for its own things")
                .hasMessageEndingWith("one more line\none more line");
    }

    @Test
    void whatIsOwedToOthersMayNotChangeEither() {
        assertBrokenBy((view, out) -> {
                    out.fragment(Fragment.file(CRM, "crm.txt", "contacts\n"));
                    if (!view.withOwn().text("crm.txt").isEmpty()) {
                        out.require(new Address.File("others.txt"), "It is read.");
                    }
                })
                .hasMessageEndingWith("only now: requirement others.txt: It is read.");
    }

    @Test
    void whatIsWrittenTwiceStandsInItsOwnWay() {
        String block = "module \"crm\" {\n}\n";
        assertBrokenBy((view, out) -> out.fragment(Fragment.file(CRM, "infra/all.tf", block))
                        .fragment(Fragment.hclBlock(CRM, "infra/crm.tf", block)))
                .hasMessageStartingWith("notes is not done after one onboarding: a second one changes something, or"
                        + " something stands in its way.\nrepository/infra/crm.tf:1: module \"crm\" is there twice.");
    }

    @Test
    void aRepositoryInWhichThePlanMeetsAConflictShowsNothing() {
        assertBrokenBy((view, out) -> out.require(new Address.File("others.txt"), "It is read."))
                .hasMessageStartingWith("The plan meets a conflict in these files, so notes cannot be judged by them."
                        + "\nrepository/others.txt: others.txt is not there. It is read.");
    }
}
