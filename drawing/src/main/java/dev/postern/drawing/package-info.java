/**
 * One picture, many forms: a {@link dev.postern.drawing.Diagram} of boxes and lines is drawn as dot
 * or mermaid. It knows nothing of policies: who draws says what a line means.
 */
@NullMarked
package dev.postern.drawing;

import org.jspecify.annotations.NullMarked;
