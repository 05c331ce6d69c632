/** The objects of Kubernetes itself, kind by kind, to the model. */
@NullMarked
package dev.postern.reader.kubernetes;

import org.jspecify.annotations.NullMarked;
