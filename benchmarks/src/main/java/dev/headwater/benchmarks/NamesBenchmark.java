package dev.headwater.benchmarks;

import dev.headwater.naming.DltName;
import dev.headwater.naming.NamingRule;
import dev.headwater.naming.SnowflakeIdentifier;
import dev.headwater.render.HclString;
import dev.headwater.render.PythonString;
import dev.headwater.render.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Single names and texts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class NamesBenchmark {

    private static final String TEXT = "Lines of orders: \"quantity\", price # and ${more} {{ as }} people say it.";

    private final NamingRule snowflake = new SnowflakeIdentifier();

    /**
     * Judges a name for Snowflake.
     *
     * @return what is wrong with it
     */
    @Benchmark
    public List<NamingRule.Fault> check() {
        return snowflake.check("ORDER_LINES_2024");
    }

    /**
     * Makes a name for Snowflake of what a person typed.
     *
     * @return the name
     */
    @Benchmark
    public Optional<String> suggest() {
        return snowflake.suggest("Order Lines (2024)");
    }

    /**
     * Makes dlt's column of a field.
     *
     * @return the column
     */
    @Benchmark
    public String column() {
        return DltName.column("properties.createdAt");
    }

    /**
     * Encodes a text for Terraform.
     *
     * @return the literal
     */
    @Benchmark
    public String hcl() {
        return HclString.encode(TEXT);
    }

    /**
     * Encodes a text for Python.
     *
     * @return the literal
     */
    @Benchmark
    public String python() {
        return PythonString.encode(TEXT);
    }

    /**
     * Encodes a text for YAML.
     *
     * @return the literal
     */
    @Benchmark
    public String yaml() {
        return YamlText.quoted(TEXT);
    }
}
