/** A cluster looked over as a whole, always by asking the engine. */
@NullMarked
package dev.postern.review;

import org.jspecify.annotations.NullMarked;
