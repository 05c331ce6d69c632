package dev.postern.reader.source;

import java.io.File;

/** The name in a folder that someone may have meant. */
final class NearestName {
    private NearestName() {}

    /** The nearest sibling of a path that does not exist, or an empty text. */
    static String of(File missing) {
        File folder = missing.getAbsoluteFile().getParentFile();
        String[] names = folder == null ? null : folder.list();
        if (names == null) {
            return "";
        }
        String wanted = missing.getName();
        String nearest = "";
        int least = Math.max(2, wanted.length() / 3) + 1;
        for (String name : names) {
            int distance = distance(wanted, name);
            if (distance < least || (distance == least && name.compareTo(nearest) < 0)) {
                nearest = name;
                least = distance;
            }
        }
        File parent = missing.getParentFile();
        return nearest.isEmpty() || parent == null ? nearest : new File(parent, nearest).getPath();
    }

    /** Insertions, deletions and replacements from one to the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
