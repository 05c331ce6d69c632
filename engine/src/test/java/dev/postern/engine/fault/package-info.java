/**
 * Faults planted into a copy of the compiled reader, model and engine: a check that they do not
 * fail proves nothing.
 */
@NullMarked
package dev.postern.engine.fault;

import org.jspecify.annotations.NullMarked;
