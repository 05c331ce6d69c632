package dev.postern.reader.kubernetes;

/** The forms of names and values that the API server demands. */
final class Syntax {
    static final int MAX_LABEL = 63;
    private static final int MAX_SUBDOMAIN = 253;
    private static final int MAX_PORT_NAME = 15;

    private Syntax() {}

    private static boolean isLowerOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean isAlphanumeric(char c) {
        return isLowerOrDigit(c) || c >= 'A' && c <= 'Z';
    }

    /** A DNS-1123 label: the name of a namespace or Service. */
    static boolean isDnsLabel(String text) {
        return text.length() <= MAX_LABEL && isDnsLabels(text, false);
    }

    /** A DNS-1123 subdomain: the name of almost everything. */
    static boolean isDnsSubdomain(String text) {
        return text.length() <= MAX_SUBDOMAIN && isDnsLabels(text, true);
    }

    private static boolean isDnsLabels(String text, boolean dots) {
        if (text.isEmpty()) {
            return false;
        }
        char before = '.';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLowerOrDigit(c)) {
                // A dot or hyphen stands between letters; "a.-b" and "a-.b" are refused too.
                if (c == '-'
                        ? before == '.'
                        : c != '.' || !dots || before == '.' || before == '-') {
                    return false;
                }
            }
            before = c;
        }
        return before != '.' && before != '-';
    }

    /** A label's key: a name, or a subdomain, a slash and a name. */
    static boolean isLabelKey(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0 && !isDnsSubdomain(text.substring(0, slash))) {
            return false;
        }
        return text.length() > slash + 1 && isLabelName(text, slash + 1);
    }

    static boolean isLabelValue(String text) {
        return text.isEmpty() || isLabelName(text, 0);
    }

    private static boolean isLabelName(String text, int from) {
        int last = text.length() - 1;
        if (text.length() - from > MAX_LABEL
                || !isAlphanumeric(text.charAt(from))
                || !isAlphanumeric(text.charAt(last))) {
            return false;
        }
        for (int i = from + 1; i < last; i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** An IANA service name: lower case, digits and single hyphens, with at least one letter. */
    static boolean isPortName(String text) {
        if (text.isEmpty() || text.length() > MAX_PORT_NAME) {
            return false;
        }
        boolean letter = false;
        char before = '-';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLowerOrDigit(c) && (c != '-' || before == '-')) {
                return false;
            }
            letter |= c >= 'a' && c <= 'z';
            before = c;
        }
        return letter && before != '-';
    }

    /** Whether a text that is no address looks like the name of a host. */
    static boolean isHostname(String text) {
        boolean letter = false;
        boolean nameLetter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '.' && c != '*') {
                return false;
            }
            letter |= c > '9';
            nameLetter |= Character.digit(c, 16) < 0 && c > '9'; // no digit of an IPv6 group
        }
        return nameLetter || letter && text.indexOf('.') >= 0;
    }
}
