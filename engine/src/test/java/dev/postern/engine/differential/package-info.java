/**
 * Random clusters put to the reference evaluator and, as YAML, to reader and engine: the answers
 * must be the same, and faults planted into the latter must show.
 */
@NullMarked
package dev.postern.engine.differential;

import org.jspecify.annotations.NullMarked;
