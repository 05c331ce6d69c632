package dev.postern.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What a person may have meant by a word that is not known. */
public final class Spelling {

    private static final int SHORTEST_STEM = 4;

    private Spelling() {}

    /** The known word nearest to one that was written, if one is near enough to be meant. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        String best = null;
        int least = Math.max(1, written.length() / 3) + 1; // beyond that, it is another word
        for (String word : known) {
            boolean begun = written.length() >= SHORTEST_STEM && word.startsWith(written);
            int distance = begun ? 0 : distance(written, word, least);
            if (distance < least
                    || (best != null && distance == least && word.compareTo(best) < 0)) {
                best = word;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The same among a few words. */
    public static Optional<String> nearest(String written, String... known) {
        return nearest(written, Arrays.asList(known));
    }

    /** Whether two words differ by case, or by one letter added, lost, changed or moved. */
    public static boolean isSlip(String written, String known) {
        return distance(written, known, 1) <= 1;
    }

    /**
     * How many letters differ, are missing, too many or swapped with their neighbour; capitals do
     * not count. Above {@code limit} the number is only known to be greater.
     */
    public static int distance(String one, String other, int limit) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
