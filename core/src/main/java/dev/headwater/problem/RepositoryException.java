package dev.headwater.problem;

/** A repository that cannot be used as it was given. Its message is one sentence for the person who gave it. */
public final class RepositoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message which repository, what is wrong with it and what to do, one sentence */
    public RepositoryException(String message) {
        super(message);
    }

    /**
     * @param message which repository, what is wrong with it and what to do, one sentence
     * @param cause what the file system said
     */
    public RepositoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
