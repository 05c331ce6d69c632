package dev.postern.reader.syntax;

import dev.postern.reader.syntax.Scalar.Kind;
import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * What an unquoted text means to kubectl: the words and numbers of YAML 1.1, read by Go's rules for
 * number literals.
 */
final class PlainScalar {

    private PlainScalar() {}

    static Kind kind(String text) {
        int length = text.length();
        if (length == 0) {
            return Kind.NULL;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9' || first == '+' || first == '-') {
            return number(text);
        }
        return switch (first) {
            case 'y', 'Y', 't', 'T', 'f', 'F', 'o', 'O', 'n', 'N', '~' ->
                    length <= 5 ? word(text) : Kind.STRING;
            case '.' -> isInfinityOrNan(text) || isFloat(text) ? Kind.FLOAT : Kind.STRING;
            default -> Kind.STRING;
        };
    }

    static boolean isTrue(String text) {
        char first = text.charAt(0);
        return first == 'y'
                || first == 'Y'
                || first == 't'
                || first == 'T'
                || (text.length() == 2 && (first == 'o' || first == 'O'));
    }

    /** The value of a text whose kind is integer, where it fits. */
    static OptionalLong integer(String text) {
        BigInteger value = parse(withoutUnderscores(text));
        return value == null || value.bitLength() > 63
                ? OptionalLong.empty()
                : OptionalLong.of(value.longValue());
    }

    /** The value of a float without a fraction: JSON writes it as a whole number. */
    static OptionalLong wholeFloat(String text) {
        if (isInfinityOrNan(text)) {
            return OptionalLong.empty();
        }
        double value = Double.parseDouble(withoutUnderscores(text));
        // Go writes 1e21 and above with an exponent, which no integer field accepts.
        return value == Math.rint(value) && Math.abs(value) < 0x1p63
                ? OptionalLong.of((long) value)
                : OptionalLong.empty();
    }

    private static Kind word(String text) {
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" ->
                    Kind.BOOLEAN;
            case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" ->
                    Kind.BOOLEAN;
            case "~", "null", "Null", "NULL" -> Kind.NULL;
            default -> Kind.STRING;
        };
    }

    private static Kind number(String text) {
        int length = text.length();
        boolean digitsOnly = length <= 18 && text.charAt(0) >= '1' && text.charAt(0) <= '9';
        for (int i = 1; i < length && digitsOnly; i++) {
            digitsOnly = isDigit(text.charAt(i));
        }
        if (digitsOnly) {
            return Kind.INTEGER;
        }
        if (isInfinityOrNan(text)) {
            return Kind.FLOAT;
        }
        // Addresses, versions and dates end here in most cases.
        for (int i = 1; i < length; i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && "_.+-xXoObBeEabcdfABCDF".indexOf(c) < 0) {
                return Kind.STRING;
            }
        }
        String plain = withoutUnderscores(text);
        BigInteger value = parse(plain);
        boolean floating = isFloat(plain);
        // A decimal number beyond 64 bits is tried as a float first.
        if (value != null && (!floating || fitsSixtyFourBits(value))) {
            return Kind.INTEGER;
        }
        return floating ? Kind.FLOAT : Kind.STRING;
    }

    private static boolean fitsSixtyFourBits(BigInteger value) {
        return value.signum() < 0 ? value.bitLength() <= 63 : value.bitLength() <= 64;
    }

    private static @org.jspecify.annotations.Nullable BigInteger parse(String plain) {
        int from = !plain.isEmpty() && (plain.charAt(0) == '+' || plain.charAt(0) == '-') ? 1 : 0;
        int radix = 10;
        if (plain.length() > from + 1 && plain.charAt(from) == '0') {
            switch (plain.charAt(from + 1)) {
                case 'x', 'X' -> {
                    radix = 16;
                    from += 2;
                }
                case 'o', 'O' -> {
                    radix = 8;
                    from += 2;
                }
                case 'b', 'B' -> {
                    radix = 2;
                    from += 2;
                }
                default -> {
                    radix = 8;
                    from += 1;
                }
            }
        }
        if (from == plain.length()) {
            return null;
        }
        for (int i = from; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c > 'f' || Character.digit(c, radix) < 0) {
                return null;
            }
        }
        // Beyond this no value fits anything, and the conversion takes quadratic time.
        if (plain.length() - from > 400) {
            return BigInteger.ONE.shiftLeft(400);
        }
        BigInteger value = new BigInteger(plain.substring(from), radix);
        return plain.charAt(0) == '-' ? value.negate() : value;
    }

    private static boolean isInfinityOrNan(String text) {
        return switch (text) {
            case ".nan", ".NaN", ".NAN" -> true;
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> true;
            case "-.inf", "-.Inf", "-.INF" -> true;
            default -> false;
        };
    }

    /** Digits with at most one point and an exponent, within the range of a double. */
    private static boolean isFloat(String plain) {
        int length = plain.length();
        int at = 0;
        if (at < length && (plain.charAt(at) == '+' || plain.charAt(at) == '-')) {
            at++;
        }
        int start = at;
        while (at < length && isDigit(plain.charAt(at))) {
            at++;
        }
        boolean digits = at > start;
        if (at < length && plain.charAt(at) == '.') {
            at++;
            int fraction = at;
            while (at < length && isDigit(plain.charAt(at))) {
                at++;
            }
            digits |= at > fraction;
        }
        if (!digits) {
            return false;
        }
        if (at < length && (plain.charAt(at) == 'e' || plain.charAt(at) == 'E')) {
            at++;
            if (at < length && (plain.charAt(at) == '+' || plain.charAt(at) == '-')) {
                at++;
            }
            int exponent = at;
            while (at < length && isDigit(plain.charAt(at))) {
                at++;
            }
            if (at == exponent) {
                return false;
            }
        }
        return at == length && !Double.isInfinite(Double.parseDouble(plain));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String withoutUnderscores(String text) {
        return text.indexOf('_') < 0 ? text : text.replace("_", "");
    }
}
