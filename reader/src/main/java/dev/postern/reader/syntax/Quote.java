package dev.postern.reader.syntax;

/** Text of a user inside a sentence: short, and without what would spoil a terminal. */
final class Quote {
    private static final int LONGEST = 60;

    private Quote() {}

    static String brief(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? '?' : c);
        }
        return text.length() > LONGEST ? out.append("...").toString() : out.toString();
    }

    static String character(int codePoint) {
        String hex = Integer.toHexString(codePoint).toUpperCase(java.util.Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }
}
