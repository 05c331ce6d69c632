package dev.postern.reader.syntax;

/** A value of a document, with the place it begins at; lines and columns count from 1. */
public sealed interface Node permits Mapping, Sequence, Scalar {

    int line();

    int column();
}
