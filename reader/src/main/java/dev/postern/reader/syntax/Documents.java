package dev.postern.reader.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits and parses a text into its documents. */
public final class Documents {

    private Documents() {}

    /** Parses one text; JSON by its first character, YAML else. */
    public static List<Document> parse(String file, byte[] raw) {
        byte[] text;
        try {
            text = Text.of(raw);
        } catch (Unreadable e) {
            return List.of(unreadable(file, e));
        }
        int first = firstVisible(text);
        if (first < text.length && (text[first] == '{' || text[first] == '[')) {
            return json(file, text);
        }
        return yaml(file, text);
    }

    private static List<Document> json(String file, byte[] text) {
        List<Document> documents = JsonValues.parse(file, text, 0);
        if (documents.size() > 1 || documents.getFirst().root().isPresent()) {
            return documents;
        }
        // Braces begin YAML as well, which allows plain keys, comments and a last comma.
        List<Document> yaml = yaml(file, text);
        for (Document document : yaml) {
            if (document.root().isEmpty()) {
                return documents;
            }
        }
        return yaml;
    }

    private static List<Document> yaml(String file, byte[] text) {
        List<Document> documents = new ArrayList<>();
        YamlStream stream = new YamlStream(text);
        for (int i = 0; i < stream.size(); i++) {
            int start = stream.start(i);
            int end = stream.end(i);
            if (!isBlank(text, start, end)) {
                String part = new String(text, start, end - start, StandardCharsets.UTF_8);
                YamlEvents.parse(file, part, stream.line(i), documents);
            }
        }
        return documents;
    }

    private static Document unreadable(String file, Unreadable why) {
        Faults faults = new Faults(file);
        faults.add(why);
        return new Document(file, 1, Optional.empty(), faults.findings());
    }

    private static int firstVisible(byte[] text) {
        int at = 0;
        while (at < text.length && text[at] <= ' ' && text[at] >= 0) {
            at++;
        }
        return at;
    }

    /** Whether there is nothing but comments and markers. */
    private static boolean isBlank(byte[] text, int start, int end) {
        int at = start;
        if (end - at >= 3 && text[at] == '-' && text[at + 1] == '-' && text[at + 2] == '-') {
            at += 3;
        }
        boolean comment = false;
        for (; at < end; at++) {
            byte b = text[at];
            if (b == '\n' || b == '\r') {
                comment = false;
            } else if (b == '#' && (at == start || text[at - 1] <= ' ')) {
                comment = true;
            } else if (!comment && b != ' ') {
                return false;
            }
        }
        return true;
    }
}
