/** Random sequences of changes: the engine's value depends on the state, not on the path to it. */
@NullMarked
package dev.postern.engine.walk;

import org.jspecify.annotations.NullMarked;
