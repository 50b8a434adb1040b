package dev.headwater.terraform;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Names;
import dev.headwater.plan.Source;
import dev.headwater.platform.Platform;
import dev.headwater.render.MarkdownText;
import java.util.List;

/** A part of what is emitted for a plan, in view of what other people have. */
abstract class PlanPart {

    final DataSourcePlan plan;
    final Platform platform;
    final Names names;
    final ExistingTerraform existing;
    final Configuration snowflake;
    final PlanReferences references;
    final Emission.Builder out;
    final Scope loader;

    PlanPart(DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        this.plan = plan;
        this.platform = plan.platform();
        this.names = plan.names();
        this.existing = existing;
        this.snowflake = existing.snowflake;
        this.references = existing.references;
        this.out = out;
        this.loader = Scope.loader(plan.loader().name());
    }

    abstract void emit();

    final Scope scope(Source source) {
        return loader.source(source.name());
    }

    /** Where the plan's own call of a module is. */
    final Address.HclBlock module(String label) {
        return new Address.HclBlock(snowflake.folder(), "module", List.of(label));
    }

    /** The repository as steps speak of it. */
    final String repository() {
        return "the " + MarkdownText.inline(snowflake.view.name()) + " repository";
    }

    /** Name of a step, of which each scope has one. */
    static String step(String what, Scope scope) {
        return "terraform." + what + "." + scope;
    }
}
