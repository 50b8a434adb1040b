package dev.headwater.benchmarks;

/** The least that a Java program can do for somebody. */
public final class OneLine {

    private OneLine() {}

    /**
     * Prints one line.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("one line");
    }
}
