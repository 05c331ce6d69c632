package dev.postern.cli;

/** A number with its noun, in the plural where it must be. */
final class Counted {

    private Counted() {}

    static String of(int count, String noun) {
        return count + " " + (count == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        if (noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("ch")) {
            return noun + "es"; // Ingresses
        }
        boolean consonantY =
                noun.endsWith("y") && !noun.matches(".*[aeiou]y"); // policies, but gateways
        return consonantY ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
