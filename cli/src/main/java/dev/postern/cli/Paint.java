package dev.postern.cli;

/** The colours of text on a terminal; elsewhere every one of them is none. */
record Paint(boolean on) {
    private static final String END = "\u001b[0m";

    String strong(String text) {
        return with("\u001b[1m", text);
    }

    String faint(String text) {
        return with("\u001b[2m", text);
    }

    String red(String text) {
        return with("\u001b[31m", text);
    }

    String yellow(String text) {
        return with("\u001b[33m", text);
    }

    String green(String text) {
        return with("\u001b[32m", text);
    }

    private String with(String start, String text) {
        return on ? start + text + END : text;
    }
}
