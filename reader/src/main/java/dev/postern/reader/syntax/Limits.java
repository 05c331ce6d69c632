package dev.postern.reader.syntax;

/** Bounds that no honest manifest reaches, so that a hostile one can't exhaust the reader. */
final class Limits {
    static final int DEPTH = 100;

    /** The API server refuses objects above 3 MB; a single value above this is not for it. */
    static final int SCALAR = 16 << 20;

    /** Nodes that aliases may stand for in one document, beyond those written. */
    static final long ALIASED = 400_000;

    private Limits() {}

    static Unreadable tooDeep(int line, int column) {
        return new Unreadable(
                "PST-too-deep",
                line,
                column,
                "more than " + DEPTH + " values lie inside each other here",
                "No Kubernetes object nests this deep; check the brackets and the indentation.");
    }

    static Unreadable tooLong(int line, int column) {
        return new Unreadable(
                "PST-huge-value",
                line,
                column,
                "a single value is larger than " + (SCALAR >> 20) + " MB",
                "The API server refuses objects above 3 MB; keep such data out of manifests.");
    }
}
