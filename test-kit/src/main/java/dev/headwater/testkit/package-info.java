/** What an emitter says, as a value for tests, and the laws that it keeps. */
@NullMarked
package dev.headwater.testkit;

import org.jspecify.annotations.NullMarked;
