package dev.postern.drawing;

/**
 * Labels as they may be drawn. They come from files that anyone may have written: each form escapes
 * what it gives a meaning, and here goes what no form can show.
 */
final class Labels {
    private static final char REPLACEMENT = '\uFFFD';

    private Labels() {}

    /** On one line. */
    static String plain(String label) {
        return clean(label, ' ');
    }

    /** With its line breaks, each of them {@code \n}. */
    static String lines(String label) {
        return clean(label.replace("\r\n", "\n"), '\n');
    }

    /** The beginning of a label that is too long to draw. */
    static String shortened(String label, int most) {
        String plain = plain(label);
        if (plain.codePointCount(0, plain.length()) <= most) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, most - 1)) + '…';
    }

    private static String clean(String label, char lineBreak) {
        StringBuilder clean = new StringBuilder(label.length());
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            switch (c) {
                case '\n', '\r', '\u2028', '\u2029', '\u0085' -> clean.append(lineBreak);
                case '\t' -> clean.append(' ');
                default -> i = append(label, i, clean);
            }
        }
        return clean.toString();
    }

    /** Appends the character at a place; the place of the last char that was taken. */
    private static int append(String label, int at, StringBuilder clean) {
        char c = label.charAt(at);
        if (Character.isHighSurrogate(c)
                && at + 1 < label.length()
                && Character.isLowSurrogate(label.charAt(at + 1))) {
            clean.append(c).append(label.charAt(at + 1));
            return at + 1;
        }
        boolean drawable =
                !Character.isSurrogate(c)
                        && !Character.isISOControl(c)
                        && !reorders(c)
                        && c != '\uFFFE'
                        && c != '\uFFFF';
        clean.append(drawable ? c : REPLACEMENT);
        return at;
    }

    /** What makes text read in another order than it is written, and so hides what it says. */
    private static boolean reorders(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }
}
