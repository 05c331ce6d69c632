package dev.postern.engine.question;

import dev.postern.engine.End;

/**
 * One of the ends that a name stands for.
 *
 * @param shown how the answer calls it
 */
public record Member(String shown, End end) {}
