/**
 * The specification of NetworkPolicy written down a second time, slowly: object by object over
 * plain JSON, sharing nothing with the reader, the model or the engine that are held against it.
 */
@NullMarked
package dev.postern.engine.reference;

import org.jspecify.annotations.NullMarked;
