package dev.headwater.plan;

import dev.headwater.platform.Platform;
import dev.headwater.problem.InvalidPlanException;
import dev.headwater.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Plans that are onboarded together, one a loader. A loader that one of them creates is new to all of them. */
final class JoinedPlans {

    private final List<DataSourcePlan> given;
    private final Map<Loader, Group> groups = new LinkedHashMap<>();

    JoinedPlans(List<DataSourcePlan> given) {
        this.given = given;
    }

    /** What is added to one loader. */
    private static final class Group {

        private Loader loader;
        private final Map<Source, String> paths = new LinkedHashMap<>();

        Group(Loader loader) {
            this.loader = loader;
        }

        void add(DataSourcePlan plan, String path) {
            loader = plan.loader().isNew() ? plan.loader() : loader;
            for (int i = 0; i < plan.sources().size(); i++) {
                paths.putIfAbsent(plan.sources().get(i), path + ".sources[" + i + "]");
            }
        }

        DataSourcePlan.Builder on(Platform platform) {
            DataSourcePlan.Builder builder = DataSourcePlan.builder(platform).loader(loader);
            paths.keySet().forEach(builder::source);
            return builder;
        }

        /** What each source is called in problems. */
        IntFunction<String> paths() {
            return List.copyOf(paths.values())::get;
        }
    }

    List<DataSourcePlan> plans() {
        if (given.size() < 2) {
            return given;
        }
        Platform platform = given.get(0).platform();
        Problems problems = new Problems();
        for (int i = 0; i < given.size(); i++) {
            DataSourcePlan plan = given.get(i);
            if (!plan.platform().equals(platform)) {
                problems.add(
                        "plans.platform",
                        "plans[" + i + "].platform",
                        "The plan is for another platform than plans[0].",
                        "Build both on one platform, or onboard them one after the other.");
            }
            groups.computeIfAbsent(plan.loader().asNew(), any -> new Group(plan.loader()))
                    .add(plan, "plans[" + i + "]");
        }
        groups.values()
                .forEach(group -> group.on(platform).problems(group.paths()).forEach(problems::add));
        refuse(problems);
        List<DataSourcePlan> plans = new ArrayList<>();
        SeveralLoaders together = new SeveralLoaders(problems);
        for (Group group : groups.values()) {
            DataSourcePlan plan = group.on(platform).build();
            together.take(plan, group.paths());
            plans.add(plan);
        }
        refuse(problems);
        return List.copyOf(plans);
    }

    private static void refuse(Problems problems) {
        if (!problems.sorted().isEmpty()) {
            throw new InvalidPlanException(problems.sorted());
        }
    }
}
