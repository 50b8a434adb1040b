package dev.headwater.method;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Defines what {@link Snowpipe} needs besides a bucket. Values are judged when the plan is built. */
public final class SnowpipeBuilder {

    boolean oneVariant;

    @Nullable String integration;

    @Nullable String storageRole;

    @Nullable String bucketNotification;

    @Nullable String notificationChannel;

    SnowpipeBuilder() {}

    /**
     * Keeps each row in one VARIANT column, {@code RECORD}, whatever fields it has; staging takes them out by path.
     * Without this the tables have a column each field that staging needs. CSV has no such rows, so that it is a
     * problem {@code snowpipe.format}.
     *
     * @return this builder
     */
    public SnowpipeBuilder oneVariant() {
        oneVariant = true;
        return this;
    }

    /**
     * Names the storage integration by which Snowflake reads the bucket, where the repository does not show for certain
     * which one covers it.
     *
     * @param name such as {@code DATA_LAKE_PROD}
     * @return this builder
     */
    public SnowpipeBuilder integration(String name) {
        integration = Objects.requireNonNullElse(name, "");
        return this;
    }

    /**
     * Sets the role in AWS with which a storage integration is made, where none covers the bucket.
     *
     * @param arn such as {@code arn:aws:iam::123456789012:role/snowflake-storage-prod}
     * @return this builder
     */
    public SnowpipeBuilder storageRole(String arn) {
        storageRole = Objects.requireNonNullElse(arn, "");
        return this;
    }

    /**
     * Names the bucket's one {@code aws_s3_bucket_notification}, where the repository does not show for certain which
     * one it is (RB23). What Terraform takes for no label is a problem {@code snowpipe.notification-label}.
     *
     * @param label the resource's label in Terraform, such as {@code data_lake_prod}
     * @return this builder
     */
    public SnowpipeBuilder bucketNotification(String label) {
        bucketNotification = Objects.requireNonNullElse(label, "");
        return this;
    }

    /**
     * Sets the queue of the pipes, which the first apply tells: the plan that has it adds the bucket's notifications
     * (RB23). Anything but the ARN of an SQS queue is a problem {@code snowpipe.channel}.
     *
     * @param arn such as {@code arn:aws:sqs:eu-central-1:123456789012:sf-snowpipe-AIDA...}
     * @return this builder
     */
    public SnowpipeBuilder notificationChannel(String arn) {
        notificationChannel = Objects.requireNonNullElse(arn, "");
        return this;
    }
}
