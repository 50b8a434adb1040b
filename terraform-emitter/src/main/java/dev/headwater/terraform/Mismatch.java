package dev.headwater.terraform;

/**
 * One thing in which a call and the module that it calls do not fit.
 *
 * @param code code of the conflict
 * @param file the file where it shows
 * @param line line in the file, from 1; 0 when it is about the whole file
 * @param said what it is, after the module's name
 * @param mend what is left to do in the text to paste, one sentence; empty when the text has what is likely meant
 */
record Mismatch(String code, String file, int line, String said, String mend) {}
