package dev.postern.reader.source;

import dev.postern.model.Spelling;
import java.io.File;
import java.util.Optional;

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
        Optional<String> nearest = Spelling.nearest(missing.getName(), names);
        File parent = missing.getParentFile();
        return nearest.isEmpty() || parent == null
                ? nearest.orElse("")
                : new File(parent, nearest.get()).getPath();
    }
}
