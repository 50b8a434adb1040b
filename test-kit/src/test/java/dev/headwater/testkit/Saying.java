package dev.headwater.testkit;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Repository;
import dev.headwater.plan.DataSourcePlan;
import java.util.function.BiConsumer;

/** Says what a test tells it to say. */
record Saying(BiConsumer<Repository, Emission> words) implements Emitter {

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public void emit(DataSourcePlan plan, Repository repository, Emission out) {
        words.accept(repository, out);
    }
}
