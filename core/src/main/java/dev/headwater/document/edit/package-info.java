/**
 * Edits of a document: what is missing is spliced in, and the result is parsed again to prove that nothing else
 * changed.
 */
@NullMarked
package dev.headwater.document.edit;

import org.jspecify.annotations.NullMarked;
