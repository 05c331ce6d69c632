/** Where documents come from: files, folders, globs, standard input, charts. */
@NullMarked
package dev.postern.reader.source;

import org.jspecify.annotations.NullMarked;
