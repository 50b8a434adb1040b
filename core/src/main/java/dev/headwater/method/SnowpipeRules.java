package dev.headwater.method;

import dev.headwater.method.FileFormat.Csv;
import dev.headwater.naming.NamingRule;
import dev.headwater.naming.S3BucketName;
import dev.headwater.naming.S3Prefix;
import dev.headwater.plan.Column;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.IngestionMethod.Place;
import dev.headwater.plan.IngestionMethod.RawField;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.plan.Table.LoadMode;
import dev.headwater.problem.Problems;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What has to hold for a source whose files Snowpipe loads, beyond its single fields. */
final class SnowpipeRules {

    /** Of file formats for CSV (Snowflake's page on CREATE FILE FORMAT). */
    private static final Set<String> ENCODINGS = new TreeSet<>(Set.of(
            "BIG5",
            "EUCJP",
            "EUCKR",
            "GB18030",
            "IBM420",
            "IBM424",
            "IBM949",
            "ISO2022CN",
            "ISO2022JP",
            "ISO2022KR",
            "ISO88591",
            "ISO88592",
            "ISO88595",
            "ISO88596",
            "ISO88597",
            "ISO88598",
            "ISO88599",
            "ISO885915",
            "KOI8R",
            "SHIFTJIS",
            "UTF8",
            "UTF16",
            "UTF16BE",
            "UTF16LE",
            "UTF32",
            "UTF32BE",
            "UTF32LE",
            "WINDOWS874",
            "WINDOWS949",
            "WINDOWS1250",
            "WINDOWS1251",
            "WINDOWS1252",
            "WINDOWS1253",
            "WINDOWS1254",
            "WINDOWS1255",
            "WINDOWS1256"));

    private static final String PARTITION = "arn:aws(-[a-z]+)*:";

    private final Snowpipe<?> snowpipe;
    private final Place place;
    private final Problems problems;

    SnowpipeRules(Snowpipe<?> snowpipe, Place place, Problems problems) {
        this.snowpipe = snowpipe;
        this.place = place;
        this.problems = problems;
    }

    void judge(Source source) {
        if (!snowpipe.bucket().isBlank()) {
            judge(new S3BucketName(), snowpipe.bucket(), place.method() + ".bucket", "the bucket");
        }
        snowpipe.integration().ifPresent(name -> problems.line(place.method() + ".integration", name));
        snowpipe.bucketNotification()
                .filter(label -> !label.matches("[\\p{L}_][\\p{L}\\p{Nd}_-]*"))
                .ifPresent(label -> problems.add(
                        "snowpipe.notification-label",
                        place.method() + ".bucketNotification",
                        "\"" + label + "\" is not the label of a resource in Terraform.",
                        "Write it as the resource has it, with letters, digits, _ and -, such as data_lake for resource"
                                + " \"aws_s3_bucket_notification\" \"data_lake\"; or leave it out."));
        snowpipe.storageRole()
                .filter(arn -> !arn.matches(PARTITION + "iam::\\d{12}:role/[\\w+=,.@/-]+"))
                .ifPresent(arn -> problems.add(
                        "snowpipe.role",
                        place.method() + ".storageRole",
                        "\"" + arn + "\" is not the ARN of a role.",
                        "Write it as arn:aws:iam::123456789012:role/snowflake-storage-prod."));
        snowpipe.notificationChannel()
                .filter(arn -> !arn.matches(PARTITION + "sqs:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,80}"))
                .ifPresent(arn -> problems.add(
                        "snowpipe.channel",
                        place.method() + ".notificationChannel",
                        "\"" + arn + "\" is not the ARN of an SQS queue.",
                        "Take what the first apply tells, such as"
                                + " arn:aws:sqs:eu-central-1:123456789012:sf-snowpipe-AIDA...; until then leave it"
                                + " out."));
        for (int i = 0; i < source.tables().size(); i++) {
            judge(source, source.tables().get(i), place.table(i));
        }
    }

    private void judge(NamingRule rule, String name, String at, String what) {
        rule.check(name)
                .forEach(fault -> problems.add(
                        fault.code(),
                        at,
                        "\"" + name + "\", the name of " + what + ", " + fault.message() + ".",
                        rule.suggest(name)
                                .map(better -> "If it is called \"" + better + "\", say that.")
                                .orElse("Name it as it is called there; a plan never holds a secret.")));
    }

    private void judge(Source source, Table table, String at) {
        table.settings(Snowpipe.Files.class).ifPresent(files -> judge(files, at + ".settings"));
        if (table.loadMode() != LoadMode.APPEND) {
            problems.add(
                    "snowpipe.load-mode",
                    at + ".loadMode",
                    "Snowpipe only ever adds rows, so the table cannot be "
                            + (table.loadMode() == LoadMode.REPLACE ? "replaced." : "merged."),
                    "Use append(), with primaryKey(...) where rows have a key.");
        }
        if (snowpipe.uploader().isEmpty() && table.cursor().isPresent()) {
            problems.add(
                    "snowpipe.cursor",
                    at + ".cursor",
                    "Files are loaded as they come, each once.",
                    "Leave incremental(...) out.");
        }
        List<Column> columns = source.stagingColumns(table);
        judgeColumns(columns, at + ".columns");
        boolean isCsv = table.settings(Snowpipe.Files.class)
                .filter(files -> files.format() instanceof Csv)
                .isPresent();
        columns.stream()
                .filter(column -> isCsv && column.from().contains("."))
                .findFirst()
                .ifPresent(column -> csv(
                        at + ".columns",
                        "Nothing in CSV is nested, and a header with a dot in it, such as \"" + column.from()
                                + "\", cannot be read.",
                        "Have the file call that column without a dot."));
    }

    private void judge(Snowpipe.Files files, String at) {
        judge(new S3Prefix(), files.prefix(), at + ".prefix", "the folder");
        if (files.format() instanceof Csv csv) {
            judge(csv, at + ".format");
        }
    }

    private void judge(Csv csv, String at) {
        if (snowpipe.isOneVariant()) {
            problems.add(
                    "snowpipe.format",
                    at,
                    "A row of CSV is no nested value that one column could hold.",
                    "Leave oneVariant() out.");
        }
        String delimiter = csv.delimiter();
        boolean isOdd = delimiter.isEmpty() || delimiter.length() > 20 || delimiter.matches("(?s).*[\\r\\n].*");
        if (isOdd || delimiter.equals(csv.quote())) {
            csv(
                    at + ".delimiter",
                    "What parts fields has 1 to 20 characters, no line break, and is not the quote.",
                    "Use delimitedBy(\";\"), for example.");
        }
        if (!List.of("", "\"", "'").contains(csv.quote())) {
            csv(at + ".quote", "Snowflake knows \" and ' as quotes.", "Use quotedBy(\"'\"), or quotedBy(\"\").");
        }
        if (!csv.encoding().isBlank() && !ENCODINGS.contains(csv.encoding())) {
            csv(
                    at + ".encoding",
                    "\"" + csv.encoding() + "\" is not Snowflake's name of a character set.",
                    "Use one of " + String.join(", ", ENCODINGS) + ".");
        }
        problems.line(at + ".dates", csv.dates());
        problems.line(at + ".timestamps", csv.timestamps());
        csv.nulls().forEach(text -> problems.line(at + ".nulls", text));
    }

    private void csv(String at, String message, String hint) {
        problems.add("snowpipe.csv", at, message, hint);
    }

    /** A column that holds fields of which staging reads some is no text. */
    private void judgeColumns(List<Column> columns, String at) {
        if (snowpipe.isOneVariant()) {
            return;
        }
        for (Column column : columns) {
            RawField field = snowpipe.rawField(column.from());
            boolean isNested = columns.stream()
                    .map(other -> snowpipe.rawField(other.from()))
                    .anyMatch(other -> other.column().equals(field.column())
                            && !other.inside().isEmpty());
            if (isNested
                    && field.inside().isEmpty()
                    && column.type().filter(type -> type != ColumnType.JSON).isPresent()) {
                problems.add(
                        "column.type",
                        at,
                        "The field \"" + column.from() + "\" is read as "
                                + column.type().orElseThrow() + ", and fields inside of it are read as well.",
                        "Give it the type ColumnType.JSON, or take one of them.");
            }
        }
    }
}
