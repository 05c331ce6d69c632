/**
 * Why a connection is decided as it is, told from both ends: who selects, which rule decides, and
 * which rule came nearest. {@link dev.postern.engine.explain.Explainer} is the way in.
 */
@NullMarked
package dev.postern.engine.explain;

import org.jspecify.annotations.NullMarked;
