/** The ingestion methods that come with Headwater. */
@NullMarked
package dev.headwater.method;

import org.jspecify.annotations.NullMarked;
