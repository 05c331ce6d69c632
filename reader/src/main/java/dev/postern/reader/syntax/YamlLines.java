package dev.postern.reader.syntax;

/** The cursor of {@link YamlSubset}: lines, blanks and comments. */
final class YamlLines {
    final byte[] text;
    final int end;

    /** The cursor, its line counted from 1, and that line's first byte. */
    int at;

    int line;
    int lineStart;

    /** The spaces before the line's content; -1 after the last line. */
    int indent;

    YamlLines(byte[] text, int start, int end, int line) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.line = line;
        this.lineStart = start;
    }

    /** Counted from 1. Only ASCII stands before a node in its line. */
    int column() {
        return at - lineStart + 1;
    }

    boolean startsWithMarker() {
        return end - at >= 3 && text[at] == '-' && text[at + 1] == '-' && text[at + 2] == '-';
    }

    /** Whether the cursor stands on the dash of a list's item. */
    boolean isDash() {
        return text[at] == '-' && isGap(at + 1);
    }

    /** Whether a place is blank, a break or the end, so that an indicator before it counts. */
    boolean isGap(int place) {
        return place >= end || (text[place] <= ' ' && text[place] >= 0);
    }

    /** Moves over spaces; false when nothing but perhaps a comment follows in the line. */
    boolean skipSpaces() {
        int i = at;
        while (i < end && text[i] == ' ') {
            i++;
        }
        boolean comment = i < end && text[i] == '#' && i > at;
        if (i == end || text[i] == '\n' || text[i] == '\r' || comment) {
            return false;
        }
        at = i;
        return true;
    }

    /** Moves behind the line's end; false when something other than a comment is in the way. */
    boolean finish() {
        int i = at;
        while (i < end && text[i] == ' ') {
            i++;
        }
        if (i < end && text[i] == '#' && i > at) {
            i = lineEnd(i);
        }
        if (i < end && text[i] == '\r') {
            i++;
        }
        if (i < end && text[i] != '\n') {
            return false;
        }
        at = i + 1;
        line++;
        return true;
    }

    /** Moves from a line's beginning to the next content; false for an indentation with tabs. */
    boolean next() {
        int i = at;
        while (i < end) {
            int start = i;
            while (i < end && text[i] == ' ') {
                i++;
            }
            if (i == end) {
                break;
            }
            byte b = text[i];
            if (b == '#') {
                i = lineEnd(i);
            } else if (b > ' ' || b < 0) {
                lineStart = start;
                at = i;
                indent = i - start;
                return indent > 0 || !isMarker(i);
            } else if (b == '\t') {
                return false;
            }
            if (i < end && text[i] == '\r') {
                i++;
            }
            i++;
            line++;
        }
        at = end;
        indent = -1;
        return true;
    }

    /** The end of the document is left to the complete parser. */
    private boolean isMarker(int i) {
        byte b = text[i];
        return (b == '.' || b == '-')
                && i + 2 < end
                && text[i + 1] == b
                && text[i + 2] == b
                && isGap(i + 3);
    }

    /** Where the line breaks, or the end. */
    int lineEnd(int from) {
        int i = from;
        while (i < end && text[i] != '\n') {
            i++;
        }
        return i > from && text[i - 1] == '\r' ? i - 1 : i;
    }

    /** Whether columns after these bytes count characters. */
    boolean isAscii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
