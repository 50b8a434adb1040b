package dev.headwater.platform;

import jakarta.validation.constraints.NotBlank;

/**
 * Whom to ask, as the runbook's "Escalation" lists it; one line each.
 *
 * @param first whom to ask first
 * @param next whom to ask next
 */
public record Contacts(
        @NotBlank(message = "is blank; say whom to ask first") String first,

        @NotBlank(message = "is blank; say whom to ask next") String next) {}
