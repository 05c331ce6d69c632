package dev.postern.engine;

/** What one end's policies say of a connection. */
public record Side(Verdict verdict, Because because) {}
