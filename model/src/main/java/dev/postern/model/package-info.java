/**
 * The cluster and its policies, as immutable values. Nothing here reads, decides or prints; every
 * rule carries the {@link dev.postern.model.Origin} it was written at.
 */
@NullMarked
package dev.postern.model;

import org.jspecify.annotations.NullMarked;
