/** Inputs of every form to one {@link dev.postern.model.Cluster}, and what is wrong with them. */
@NullMarked
package dev.postern.reader;

import org.jspecify.annotations.NullMarked;
