/** Clusters of any size, made from a seed, and the benchmarks that run on them. */
@NullMarked
package dev.postern.bench;

import org.jspecify.annotations.NullMarked;
