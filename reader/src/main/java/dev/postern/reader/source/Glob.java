package dev.postern.reader.source;

/** A pattern of file names that the shell left unexpanded; {@code **} stands for any folders. */
final class Glob {
    private Glob() {}

    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
    }

    /** Whether a name, without slashes, fits one part of a pattern. */
    static boolean matches(String pattern, String name) {
        // On a mismatch only the last star can take one more character.
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            int after = p < pattern.length() ? matchOne(pattern, p, name.charAt(n)) : -1;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (after >= 0) {
                p = after;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** The place after the element that takes the character, or -1. */
    private static int matchOne(String pattern, int at, char c) {
        char element = pattern.charAt(at);
        if (element == '?') {
            return at + 1;
        }
        int close = element == '[' ? pattern.indexOf(']', at + 2) : -1;
        if (close < 0) {
            return element == c ? at + 1 : -1;
        }
        boolean negated = pattern.charAt(at + 1) == '!' || pattern.charAt(at + 1) == '^';
        boolean in = false;
        for (int i = negated ? at + 2 : at + 1; i < close; i++) {
            if (i + 2 < close && pattern.charAt(i + 1) == '-') {
                in |= c >= pattern.charAt(i) && c <= pattern.charAt(i + 2);
                i += 2;
            } else {
                in |= c == pattern.charAt(i);
            }
        }
        return in == negated ? -1 : close + 1;
    }
}
