package dev.postern.reader.kubernetes;

/** Which known word a person meant. */
final class Spelling {
    private static final int SHORTEST_STEM = 4;

    private Spelling() {}

    /** Whether two different words differ by case, or by one letter added, lost, changed, moved. */
    static boolean isSlip(String written, String known) {
        int difference = written.length() - known.length();
        if (difference > 1 || difference < -1) {
            return false;
        }
        if (difference == 0 && written.equalsIgnoreCase(known)) {
            return true;
        }
        int same = 0;
        int shorter = Math.min(written.length(), known.length());
        while (same < shorter && written.charAt(same) == known.charAt(same)) {
            same++;
        }
        int end = 0;
        while (end < shorter - same
                && written.charAt(written.length() - 1 - end)
                        == known.charAt(known.length() - 1 - end)) {
            end++;
        }
        int left = Math.max(written.length(), known.length()) - same - end;
        return left <= 1
                || left == 2
                        && difference == 0
                        && written.charAt(same) == known.charAt(same + 1)
                        && written.charAt(same + 1) == known.charAt(same);
    }

    /** The known word that is nearest, or the empty text where none is near. */
    static String nearest(String written, String... known) {
        String best = "";
        // Beyond a third of its letters, a word is another word.
        int limit = Math.max(1, written.length() / 3) + 1;
        for (String word : known) {
            if (word.equalsIgnoreCase(written)
                    || written.length() >= SHORTEST_STEM && word.startsWith(written)) {
                return word;
            }
            int distance = distance(written, word, limit);
            if (distance < limit) {
                limit = distance;
                best = word;
            }
        }
        return best;
    }

    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                char x = Character.toLowerCase(a.charAt(i - 1));
                char y = Character.toLowerCase(b.charAt(j - 1));
                row[j] =
                        Math.min(
                                Math.min(row[j - 1], above[j]) + 1,
                                above[j - 1] + (x == y ? 0 : 1));
            }
            int[] swap = above;
            above = row;
            row = swap;
        }
        return above[b.length()];
    }
}
