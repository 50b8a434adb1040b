package dev.headwater.testkit;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.RepositoryView;
import dev.headwater.plan.DataSourcePlan;
import java.util.function.BiConsumer;

/** Says what a test tells it to say. */
record Saying(BiConsumer<RepositoryView, Emission.Builder> words) implements Emitter {

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public Emission emit(DataSourcePlan plan, RepositoryView view) {
        Emission.Builder out = Emission.builder();
        words.accept(view, out);
        return out.build();
    }
}
