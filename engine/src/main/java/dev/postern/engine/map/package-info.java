/**
 * The map of a cluster as people name its ends: workloads, stretches of addresses, and the ways in
 * from outside. {@link dev.postern.engine.map.WorkloadMap} is the way in.
 */
@NullMarked
package dev.postern.engine.map;

import org.jspecify.annotations.NullMarked;
