package dev.headwater.acceptance;

/** A tool that judges what is emitted: a row of the matrix. */
enum Judge {
    TERRAFORM_FMT("terraform fmt"),
    TERRAFORM_VALIDATE("terraform validate, stub platform"),
    AWS_PROVIDER("terraform validate, AWS provider"),
    ARGUMENT_TABLE("Snowflake's, Airbyte's provider"),
    RUFF("ruff"),
    MYPY("mypy"),
    PROCESS("Python as a process"),
    LOOPBACK("API on loopback"),
    PREFECT("Prefect's models"),
    SQLFLUFF("sqlfluff"),
    YAMLLINT("yamllint"),
    DBT_PARSE("dbt parse"),
    DBT_2_PARSE("dbt parse, second engine"),
    DBT_BUILD("dbt build"),
    DBT_FRESHNESS("dbt source freshness");

    private final String title;

    Judge(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** What a proof by it is called. */
    String mark() {
        return this == ARGUMENT_TABLE ? "table" : "yes";
    }

    /** Whether it may be missing even where tools are required. */
    boolean isMissing() {
        return this == AWS_PROVIDER
                && System.getProperty("headwater.terraform.plugins", "").isBlank();
    }
}
