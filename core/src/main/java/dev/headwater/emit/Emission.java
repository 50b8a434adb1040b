package dev.headwater.emit;

/** Takes what an emitter says. An emitter calls it in a fixed order; nothing that is said can be read back. */
public interface Emission {

    /**
     * Says that something must be in the repository.
     *
     * @param fragment the thing
     * @return this emission
     */
    Emission fragment(Fragment fragment);

    /**
     * Says that something of other people's must be in the repository already. When it is not, that is a conflict.
     *
     * @param address the thing
     * @param why why it is needed and what to do when it is missing, one sentence for the reader
     * @return this emission
     */
    Emission require(Address address, String why);

    /**
     * Says what the reader should know or act on.
     *
     * @param finding the finding
     * @return this emission
     */
    Emission finding(Finding finding);

    /**
     * Says what has to be done besides merging text.
     *
     * @param step the step
     * @return this emission
     */
    Emission step(Step step);
}
