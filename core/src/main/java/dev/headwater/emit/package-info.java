/** What an emitter is given and what it says: the repository, and fragments, findings and steps that must hold. */
@NullMarked
package dev.headwater.emit;

import org.jspecify.annotations.NullMarked;
