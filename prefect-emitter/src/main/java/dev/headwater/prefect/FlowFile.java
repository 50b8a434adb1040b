package dev.headwater.prefect;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.method.Airbyte;
import dev.headwater.method.DltMethod;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.Run;
import dev.headwater.plan.IngestionMethod.Run.PythonCallable;
import dev.headwater.plan.IngestionMethod.Run.RemoteJob;
import dev.headwater.plan.Names;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.render.PythonLine;
import dev.headwater.render.PythonString;
import dev.headwater.render.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a source's flow file says, by the way in which its loads are run.
 *
 * @param text the file's text, made when it is asked for
 * @param pipeline the module that it imports, if it runs one
 * @param besides what is to be known and done besides
 */
record FlowFile(Supplier<String> text, Optional<String> pipeline, Emission besides) {

    private static final Template DLT = template("flow.py.tmpl");
    private static final Template CALLABLE = template("callable-flow.py.tmpl");

    private static Template template(String name) {
        return Template.read(FlowFile.class.getResourceAsStream(name), name);
    }

    /** The flow of a source; empty where nobody starts its loads, or nobody here knows how. */
    static Optional<FlowFile> of(DataSourcePlan plan, Source source, String repository) {
        Run run = source.method().run(source, plan.names()).orElse(null);
        if (run instanceof PythonCallable pipeline) {
            return Optional.of(new FlowFile(
                    () -> python(plan.names(), source, pipeline),
                    Optional.of(pipeline.module()),
                    ofPython(plan, source)));
        }
        if (run instanceof RemoteJob job && source.method() instanceof Airbyte) {
            AirbyteFlow flow = new AirbyteFlow(plan, source, job);
            return Optional.of(new FlowFile(flow::text, Optional.empty(), flow.steps(repository)));
        }
        return Optional.empty();
    }

    private static Emission ofPython(DataSourcePlan plan, Source source) {
        return Emission.builder()
                .finding(Finding.know(
                        Deviation.RUN_AS_MODULE,
                        Scope.loader(plan.loader().name()).source(source.name()),
                        "A flow that is run as a file cannot import the pipelines; run by python -m, it can."))
                .build();
    }

    /** A pipeline of dlt returns what it has loaded; of another function nothing is known. */
    private static String python(Names names, Source source, PythonCallable pipeline) {
        Map<String, String> values = common(names, source);
        values.put("pipeline", pipeline.module());
        values.put("run", pipeline.function().equals("run") ? "run" : pipeline.function() + " as run");
        boolean isUpload = source.method() instanceof Snowpipe;
        if (isUpload || source.method() instanceof DltMethod) {
            String module = names.module(source);
            values.put(
                    "what",
                    isUpload ? "Upload " + module + " data for Snowpipe." : "Load " + module + " data to Snowflake.");
            return PythonLine.wrapped(DLT.render(values));
        }
        values.put("loaded", PythonString.encode(source.displayName() + " loaded"));
        return PythonLine.wrapped(CALLABLE.render(values));
    }

    /** What every flow says. */
    static Map<String, String> common(Names names, Source source) {
        return new HashMap<>(Map.of(
                "source", names.module(source),
                "kebab", names.kebab(source),
                "deployment", names.deployment(source),
                "function", names.flowFunction(source),
                "cadence", cadence(source),
                "loaded", PythonString.encode(braced(source.displayName()) + " loaded: {load_info}")));
    }

    static String cadence(Source source) {
        String word = source.schedule().cadence().replace('_', ' ');
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** In an f-string, braces are doubled. */
    private static String braced(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }
}
