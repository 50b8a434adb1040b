package dev.headwater.examples;

import dev.headwater.examples.Command.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs what was emitted with the real tools: dlt into DuckDB, then dbt on it. */
public final class LocalRun {

    private static final Map<String, String> QUIET = Map.of(
            "DO_NOT_TRACK", "1",
            "RUNTIME__DLTHUB_TELEMETRY", "false",
            "DBT_SEND_ANONYMOUS_USAGE_STATS", "false",
            "DBT_VERSION_CHECK", "false",
            "PREFECT_SERVER_ANALYTICS_ENABLED", "false",
            // Its own server may take longer to start than Prefect's 20 seconds when the machine is busy.
            "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "180",
            "PYTHONDONTWRITEBYTECODE", "1");

    private final Path work;
    private final String database;
    private final PythonEnvironment pipelines;
    private final PythonEnvironment dbt;

    /**
     * Prepares a run; the Python environments are made if they are not there.
     *
     * @param work an empty folder for databases and state
     * @param database the loader's database, as which dbt sees what was loaded
     * @throws IOException when the disk or an installation fails
     */
    public LocalRun(Path work, String database) throws IOException {
        this.database = database;
        this.work = work.toAbsolutePath();
        this.pipelines = PythonEnvironment.of("pipelines");
        this.dbt = PythonEnvironment.of("dbt");
        Files.createDirectories(work);
        script("prepare_duckdb.py");
        script("query_duckdb.py");
    }

    private void script(String name) throws IOException {
        try (InputStream in = LocalRun.class.getResourceAsStream(name)) {
            Files.write(work.resolve(name), Objects.requireNonNull(in, name).readAllBytes());
        }
    }

    /**
     * The DuckDB file that pipelines load into.
     *
     * @return its path
     */
    public Path raw() {
        return work.resolve("raw.duckdb");
    }

    /**
     * The DuckDB file that dbt builds in.
     *
     * @return its path
     */
    public Path target() {
        return work.resolve("target.duckdb");
    }

    /**
     * Environment variables with which a pipeline or a flow loads into DuckDB, unedited.
     *
     * @param own variables of the source itself
     * @return all variables
     */
    public Map<String, String> loading(Map<String, String> own) {
        Map<String, String> variables = new LinkedHashMap<>(QUIET);
        variables.put("DLT_DATA_DIR", work.resolve("dlt").toString());
        variables.put("PREFECT_HOME", work.resolve("prefect").toString());
        variables.put("DESTINATION__SNOWFLAKE__DESTINATION_TYPE", "duckdb");
        variables.put("DESTINATION__SNOWFLAKE__CREDENTIALS", raw().toString());
        variables.putAll(own);
        return variables;
    }

    /**
     * Runs a module of the data-pipelines repository.
     *
     * @param repository its root
     * @param module such as {@code pipelines.hubspot}
     * @param own environment variables of the source itself
     * @return what came of it
     */
    public Result module(Path repository, String module, Map<String, String> own) {
        return Command.in(repository, pipelines.program("python"), "-m", module)
                .with(loading(own))
                .run();
    }

    /**
     * Runs dbt on what was loaded.
     *
     * @param repository root of the dbt repository
     * @param timeZone time zone of the session
     * @param words what to do
     * @return what came of it
     * @throws IOException when the disk fails
     */
    public Result dbt(Path repository, String timeZone, List<String> words) throws IOException {
        if (!Files.exists(target())) {
            python("prepare_duckdb.py", target().toString()).orFail();
        }
        Map<String, String> variables = new LinkedHashMap<>(QUIET);
        variables.put("DBT_PROFILES_DIR", repository.toAbsolutePath().toString());
        variables.put("DBT_DUCKDB_RAW", raw().toString());
        variables.put("DBT_DUCKDB_DATABASE", database);
        variables.put("DBT_DUCKDB_TARGET", target().toString());
        variables.put("DBT_TIME_ZONE", timeZone);
        variables.put("DBT_TARGET_PATH", work.resolve("dbt").toString());
        variables.put("DBT_LOG_PATH", work.resolve("dbt-log").toString());
        String[] command = new String[words.size() + 1];
        command[0] = dbt.program("dbt");
        for (int i = 0; i < words.size(); i++) {
            command[i + 1] = words.get(i);
        }
        return Command.in(repository, command).with(variables).run();
    }

    /**
     * Asks a DuckDB file.
     *
     * @param file the file
     * @param sql a query
     * @return a line a row, values parted by a bar
     */
    public List<String> rows(Path file, String sql) {
        return python("query_duckdb.py", file.toString(), raw().toString(), database, sql)
                .orFail()
                .output()
                .lines()
                .toList();
    }

    /**
     * The environment that pipelines run in.
     *
     * @return the environment, with ruff and mypy
     */
    public PythonEnvironment pipelines() {
        return pipelines;
    }

    /**
     * The environment that dbt runs in.
     *
     * @return the environment, with sqlfluff and yamllint
     */
    public PythonEnvironment dbtEnvironment() {
        return dbt;
    }

    private Result python(String script, String... arguments) {
        String[] words = new String[arguments.length + 2];
        words[0] = pipelines.program("python");
        words[1] = work.resolve(script).toString();
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        return Command.in(work, words).with(QUIET).run();
    }
}
