package dev.headwater.emit;

import dev.headwater.platform.Deviation;
import java.util.List;
import java.util.Objects;

/**
 * Something that the reader should know or act on, and that blocks nothing. Where the output differs from the runbook,
 * the code is the deviation's, such as {@code RB13}. An emitter says a finding of one scope; findings that are equal
 * but for that are one in a preview, of all their scopes.
 *
 * @param code stable code
 * @param level whether somebody has to do something
 * @param scopes whom it concerns, at least one
 * @param message what and why, in a sentence or two of plain text
 * @param setting the Java by which the plan or the platform settles it, such as {@code table.incremental("...")}; what
 *     is good to know may have none, and then it is empty
 */
public record Finding(String code, Level level, List<Scope> scopes, String message, String setting) {

    /** How much a finding asks of the reader. */
    public enum Level {
        /** Somebody must decide or do something. */
        ACT,
        /** The output differs from the runbook's text, or is good to know. */
        KNOW
    }

    /**
     * A finding.
     *
     * @param code stable code
     * @param level whether somebody has to do something
     * @param scopes whom it concerns
     * @param message what and why
     * @param setting the Java that settles it
     * @throws IllegalArgumentException when it concerns nobody, or asks for something that no setting settles
     */
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(setting, "setting");
        scopes = List.copyOf(Objects.requireNonNull(scopes, "scopes"));
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("the finding " + code + " concerns nobody: give it a scope");
        }
        if (level == Level.ACT && setting.isBlank()) {
            throw new IllegalArgumentException(
                    "the finding " + code + " asks somebody to act: name the setting that settles it");
        }
    }

    /**
     * A finding on which somebody must act, and which a setting settles.
     *
     * @param code stable code
     * @param scope whom it concerns
     * @param message what and why
     * @param setting the Java that settles it: calls of the builders {@code table}, {@code source}, {@code loader} or
     *     {@code platform}, as a lambda names them
     * @return the finding
     */
    public static Finding act(String code, Scope scope, String message, String setting) {
        return new Finding(code, Level.ACT, of(scope), message, setting);
    }

    /**
     * A finding that only the repositories settle, or somebody who has looked and mutes it.
     *
     * @param code stable code
     * @param scope whom it concerns
     * @param message what and why
     * @return the finding
     */
    public static Finding act(String code, Scope scope, String message) {
        return act(code, scope, message, muting(code, scope));
    }

    /**
     * A deviation from the runbook on which somebody must act, and which a setting settles.
     *
     * @param deviation the deviation, which gives the code
     * @param scope whom it concerns
     * @param message what and why
     * @param setting the Java that settles it
     * @return the finding
     */
    public static Finding act(Deviation deviation, Scope scope, String message, String setting) {
        return act(code(deviation), scope, message, setting);
    }

    /**
     * A deviation from the runbook on which somebody must act; the deviation's other way settles it, or else somebody
     * who has looked and mutes it.
     *
     * @param deviation the deviation, which gives the code
     * @param scope whom it concerns
     * @param message what and why
     * @return the finding
     */
    public static Finding act(Deviation deviation, Scope scope, String message) {
        return act(deviation, scope, message, otherWay(deviation, muting(code(deviation), scope)));
    }

    /**
     * A finding that is good to know.
     *
     * @param code stable code
     * @param scope whom it concerns
     * @param message what and why
     * @return the finding
     */
    public static Finding know(String code, Scope scope, String message) {
        return new Finding(code, Level.KNOW, of(scope), message, "");
    }

    /**
     * A deviation from the runbook that is good to know; its setting is the deviation's other way, if it has one.
     *
     * @param deviation the deviation, which gives the code
     * @param scope whom it concerns
     * @param message what and why
     * @return the finding
     */
    public static Finding know(Deviation deviation, Scope scope, String message) {
        return new Finding(code(deviation), Level.KNOW, of(scope), message, otherWay(deviation, ""));
    }

    /**
     * The same of others.
     *
     * @param others whom it concerns
     * @return the changed finding
     */
    public Finding concerning(List<Scope> others) {
        return new Finding(code, level, others, message, setting);
    }

    private static List<Scope> of(Scope scope) {
        return List.of(Objects.requireNonNull(scope, "scope"));
    }

    private static String code(Deviation deviation) {
        return Objects.requireNonNull(deviation, "deviation").code();
    }

    private static String otherWay(Deviation deviation, String otherwise) {
        return Objects.requireNonNull(deviation, "deviation")
                .wayBack()
                .map(way -> "platform." + way)
                .orElse(otherwise);
    }

    private static String muting(String code, Scope scope) {
        String builder = Objects.requireNonNull(scope, "scope").table().isPresent()
                ? "table"
                : scope.source().isPresent() ? "source" : "platform";
        return builder + ".mute(\"" + code + "\")";
    }
}
