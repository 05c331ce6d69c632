/**
 * The commands. {@link dev.postern.cli.Main} starts {@link dev.postern.cli.Postern}; each command
 * is one class, each format that it prints another.
 */
@NullMarked
package dev.postern.cli;

import org.jspecify.annotations.NullMarked;
