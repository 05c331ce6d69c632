package dev.postern.cli;

/** How a command ends. The exit codes are an interface that scripts rely on. */
enum Exit {
    /** The answer is yes, or nothing was asked. */
    YES(0),
    /** The answer is no, or is not known. */
    NO(1),
    /** Wrong usage, or input that could not be read. */
    UNUSABLE(2),
    /** A defect of Postern. */
    DEFECT(3),
    /** Whoever read the output has left; what a shell reports of a tool that SIGPIPE ends. */
    NOBODY_LISTENS(141);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
