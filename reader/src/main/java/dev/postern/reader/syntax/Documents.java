package dev.postern.reader.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one text, found but not yet parsed. It comes in parts that can be parsed apart
 * from each other, on any thread.
 */
public final class Documents {
    private final String file;
    private final byte[] text;
    private final boolean isOdd;
    private final @Nullable Unreadable unreadable;
    private final @Nullable YamlStream stream;

    private Documents(
            String file,
            byte[] text,
            boolean isOdd,
            @Nullable Unreadable unreadable,
            @Nullable YamlStream stream) {
        this.file = file;
        this.text = text;
        this.isOdd = isOdd;
        this.unreadable = unreadable;
        this.stream = stream;
    }

    /** Finds the parts of one text; JSON by its first character, YAML else. */
    public static Documents of(String file, byte[] raw) {
        try {
            Text checked = Text.of(raw);
            byte[] text = checked.bytes;
            int first = firstVisible(text, 0);
            boolean json = first < text.length && (text[first] == '{' || text[first] == '[');
            return new Documents(
                    file, text, checked.isOdd, null, json ? null : new YamlStream(text));
        } catch (Unreadable e) {
            return new Documents(file, new byte[0], true, e, null);
        }
    }

    /** Parses one text at once. */
    public static List<Document> parse(String file, byte[] raw) {
        Documents documents = of(file, raw);
        List<Document> all = new ArrayList<>();
        for (int part = 0; part < documents.parts(); part++) {
            documents.parse(part, all);
        }
        return all;
    }

    public int parts() {
        return stream == null ? 1 : stream.size();
    }

    /** The bytes of a part. */
    public int length(int part) {
        return stream == null ? text.length : stream.end(part) - stream.start(part);
    }

    /** Parses a part and adds its documents: none for a part without content, one in most cases. */
    public void parse(int part, List<Document> into) {
        if (unreadable != null) {
            Faults faults = new Faults(file);
            faults.add(unreadable);
            into.add(new Document(file, 1, Optional.empty(), faults.findings()));
        } else if (stream != null) {
            yaml(stream, part, into);
        } else {
            json(into);
        }
    }

    /** Whether the text holds the double braces of a template language. */
    public boolean hasBraces() {
        for (int i = 1; i < text.length; i++) {
            if (text[i] == '{' && text[i - 1] == '{') {
                return true;
            }
        }
        return false;
    }

    private void json(List<Document> into) {
        List<Document> quick = JsonSubset.parse(file, text);
        if (quick != null) {
            into.addAll(quick);
            return;
        }
        List<Document> documents = JsonValues.parse(file, text);
        if (documents.size() == 1 && documents.getFirst().root().isEmpty()) {
            // Braces begin YAML as well, which allows plain keys, comments and a last comma.
            List<Document> yaml = new ArrayList<>();
            YamlStream asYaml = new YamlStream(text);
            for (int part = 0; part < asYaml.size(); part++) {
                yaml(asYaml, part, yaml);
            }
            if (!isMeantAsJson(text) || isWhole(yaml)) {
                documents = yaml;
            }
        }
        into.addAll(documents);
    }

    private static boolean isWhole(List<Document> documents) {
        for (Document document : documents) {
            if (document.root().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the first item is one that JSON allows, so that its errors are the ones to tell. */
    private static boolean isMeantAsJson(byte[] text) {
        int open = firstVisible(text, 0);
        int next = firstVisible(text, open + 1);
        if (next == text.length) {
            return true;
        }
        return text[open] == '{'
                ? text[next] == '"' || text[next] == '}'
                : "\"[{]-0123456789".indexOf(text[next]) >= 0;
    }

    private void yaml(YamlStream stream, int part, List<Document> into) {
        int start = stream.start(part);
        int end = stream.end(part);
        if (isBlank(text, start, end)) {
            return;
        }
        Node root = isOdd ? null : YamlSubset.parse(text, start, end, stream.line(part));
        if (root == null) {
            String content = new String(text, start, end - start, StandardCharsets.UTF_8);
            YamlEvents.parse(file, content, stream.line(part), into);
        } else {
            into.add(new Document(file, root.line(), Optional.of(root), List.of()));
        }
    }

    private static int firstVisible(byte[] text, int from) {
        int at = from;
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
