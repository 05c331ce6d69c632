/**
 * The verdict engine. {@link dev.postern.engine.Engine} compiles a cluster and decides connections;
 * whatever Postern prints, draws, asserts or enforces asks it.
 */
@NullMarked
package dev.postern.engine;

import org.jspecify.annotations.NullMarked;
