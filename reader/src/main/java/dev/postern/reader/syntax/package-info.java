/** YAML and JSON text to nodes that know their line and column. */
@NullMarked
package dev.postern.reader.syntax;

import org.jspecify.annotations.NullMarked;
