package dev.headwater.apply;

import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** What the file system said, in the words of its exception. */
final class Reason {

    private Reason() {}

    static String of(Exception failure) {
        if (failure instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is there already; another apply may be running";
        }
        if (failure instanceof FileSystemException known && known.getReason() != null) {
            return known.getFile() + ": " + known.getReason();
        }
        String name = failure.getClass().getSimpleName();
        return failure instanceof UncheckedIOException || name.equals("IOException")
                ? String.valueOf(failure.getMessage())
                : name + ": " + failure.getMessage();
    }
}
