package dev.postern.reader.syntax;

import java.util.Arrays;

/**
 * Where each document of a YAML text begins and ends. A line that starts with {@code ---} always
 * ends a document, whatever is open, so a broken one takes no other with it.
 */
final class YamlStream {
    private int[] starts = new int[16];
    private int[] lines = new int[16];
    private int size;
    private final byte[] text;

    YamlStream(byte[] text) {
        this.text = text;
        split();
    }

    int size() {
        return size;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return i + 1 < size ? starts[i + 1] : text.length;
    }

    /** How many lines come before. */
    int line(int i) {
        return lines[i];
    }

    private void split() {
        add(0, 0);
        int line = 0;
        int at = 0;
        // Directives such as %YAML belong to the document that the next --- begins.
        boolean prologue = true;
        boolean directive = false;
        while (at < text.length) {
            byte first = text[at];
            if (first == '-' && isMarker(at, '-')) {
                if (at > 0 && !(prologue && directive)) {
                    add(at, line);
                }
                prologue = false;
                directive = false;
            } else if (first == '.' && isMarker(at, '.')) {
                prologue = true;
                directive = false;
            } else if (prologue) {
                if (first == '%') {
                    directive = true;
                } else if (first != '#' && first != '\n' && first != '\r') {
                    prologue = false;
                }
            }
            while (at < text.length && text[at] != '\n' && text[at] != '\r') {
                at++;
            }
            if (at < text.length
                    && text[at] == '\r'
                    && at + 1 < text.length
                    && text[at + 1] == '\n') {
                at++;
            }
            at++;
            line++;
        }
    }

    private boolean isMarker(int at, char c) {
        if (at + 2 >= text.length || text[at + 1] != c || text[at + 2] != c) {
            return false;
        }
        if (at + 3 == text.length) {
            return true;
        }
        byte next = text[at + 3];
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    private void add(int start, int line) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
        }
        starts[size] = start;
        lines[size] = line;
        size++;
    }
}
