package dev.postern.reader.syntax;

import dev.postern.reader.syntax.Mapping.Entry;
import dev.postern.reader.syntax.Scalar.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * All of YAML, by the events of a complete parser: anchors and merge keys resolved as kubectl does.
 */
final class YamlEvents {
    private static final String TAG = "tag:yaml.org,2002:";

    /**
     * The parser copies its window once for each buffer that a line needs, so a long line takes
     * quadratic time with a small buffer; a large one is waste for the usual small document.
     */
    private static final LoadSettings SMALL = settings(4 << 10);

    private static final LoadSettings MIDDLE = settings(64 << 10);
    private static final LoadSettings LARGE = settings(2 << 20);

    private final String file;
    private final int lineOffset;
    private final boolean isTemplate;
    private final ParserImpl parser;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private Faults faults;
    private long nodes;
    private long aliased;
    private int muted;
    private int lastLine;

    /** A node that aliases may name, and how many nodes it stands for; none while it is open. */
    private record Anchored(@Nullable Node node, long size) {}

    private YamlEvents(String file, String text, int lineOffset) {
        this.file = file;
        this.lineOffset = lineOffset;
        this.lastLine = lineOffset + 1;
        this.isTemplate = text.contains("{{");
        LoadSettings settings =
                text.length() <= 4 << 10 ? SMALL : text.length() <= 1 << 20 ? MIDDLE : LARGE;
        this.parser = new ParserImpl(settings, new StreamReader(settings, text));
        this.faults = new Faults(file);
    }

    private static LoadSettings settings(int buffer) {
        return LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(buffer)
                .build();
    }

    /** Adds the documents of a text; there are several only where {@code ...} ends one. */
    static void parse(String file, String text, int lineOffset, List<Document> into) {
        new YamlEvents(file, text, lineOffset).documents(into);
    }

    private void documents(List<Document> into) {
        int line = lineOffset + 1;
        try {
            while (true) {
                Event event = next();
                switch (event.getEventId()) {
                    case DocumentStart -> {
                        line = line(event);
                        document(into);
                    }
                    case StreamEnd -> {
                        return;
                    }
                    default -> {}
                }
            }
        } catch (Unreadable e) {
            faults.add(e);
            into.add(new Document(file, line, Optional.empty(), faults.findings()));
        }
    }

    private void document(List<Document> into) throws Unreadable {
        anchors.clear();
        nodes = 0;
        aliased = 0;
        Node root = node(next(), 0, "", "");
        next();
        into.add(new Document(file, root.line(), Optional.of(root), faults.findings()));
        faults = new Faults(file);
    }

    /**
     * The node that begins with an event.
     *
     * @param key the key that it is the value of
     * @param parent the key of the mapping that holds it
     */
    private Node node(Event event, int depth, String key, String parent) throws Unreadable {
        int line = line(event);
        int column = column(event);
        if (depth > Limits.DEPTH) {
            throw Limits.tooDeep(line, column);
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias, line, column);
        }
        nodes++;
        long before = nodes + aliased;
        Anchor anchor = ((NodeEvent) event).getAnchor().orElse(null);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(null, 0));
        }
        Node node =
                switch (event.getEventId()) {
                    case Scalar -> scalar((ScalarEvent) event, line, column);
                    case SequenceStart -> sequence(line, column, depth, key, parent);
                    case MappingStart -> mapping(line, column, depth, key);
                    default -> throw new AssertionError(event);
                };
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, nodes + aliased - before + 1));
        }
        return node;
    }

    private Node alias(AliasEvent event, int line, int column) throws Unreadable {
        Anchored target = anchors.get(event.getAlias());
        String name = Quote.brief(event.getAlias().getValue());
        if (target == null) {
            throw new Unreadable(
                    "PST-unknown-alias",
                    line,
                    column,
                    "the alias *" + name + " names an anchor that this document does not set",
                    "Write &" + name + " before the value it should repeat, or quote the text.");
        }
        Node node = target.node;
        if (node == null) {
            throw new Unreadable(
                    "PST-unknown-alias",
                    line,
                    column,
                    "the alias *" + name + " stands inside the value that it names",
                    "A value can't contain itself; write the part that should repeat.");
        }
        aliased += target.size;
        if (aliased > Limits.ALIASED) {
            throw new Unreadable(
                    "PST-alias-bomb",
                    line,
                    column,
                    "the aliases of this document stand for more than "
                            + Limits.ALIASED
                            + " values",
                    "Write the values out; kubectl refuses such documents too.");
        }
        return node;
    }

    private Node scalar(ScalarEvent event, int line, int column) throws Unreadable {
        String text = event.getValue();
        if (text.length() > Limits.SCALAR) {
            throw Limits.tooLong(line, column);
        }
        return new Scalar(line, column, text, kind(event, line, column));
    }

    private Kind kind(ScalarEvent event, int line, int column) {
        String tag = event.getTag().orElse("");
        if (tag.isEmpty()) {
            return event.isPlain() ? PlainScalar.kind(event.getValue()) : Kind.STRING;
        }
        if (!tag.startsWith(TAG)) {
            return Kind.STRING;
        }
        Kind kind = PlainScalar.kind(event.getValue());
        boolean fits =
                switch (tag.substring(TAG.length())) {
                    case "int" -> kind == Kind.INTEGER;
                    case "float" -> kind == Kind.INTEGER || kind == Kind.FLOAT;
                    case "bool" -> kind == Kind.BOOLEAN;
                    case "null" -> kind == Kind.NULL;
                    default -> {
                        kind = Kind.STRING;
                        yield true;
                    }
                };
        if (!fits) {
            faults.error(
                    "PST-yaml-tag",
                    line,
                    column,
                    "the value \""
                            + Quote.brief(event.getValue())
                            + "\" is not what its tag !!"
                            + tag.substring(TAG.length())
                            + " says",
                    "Remove the tag or write a value of that type.");
        }
        return kind;
    }

    private Node sequence(int line, int column, int depth, String key, String parent)
            throws Unreadable {
        boolean dropped = ManagedFields.is(parent, key);
        if (dropped) {
            muted++;
        }
        List<Node> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            Node item = node(event, depth + 1, "", "");
            if (muted == 0) {
                items.add(item);
            }
        }
        if (dropped) {
            muted--;
        }
        return new Sequence(line, column, items);
    }

    private Node mapping(int line, int column, int depth, String name) throws Unreadable {
        MappingBuilder mapping = new MappingBuilder(line, column);
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (isMerge(event)) {
                merge(mapping, next(), depth);
                continue;
            }
            int keyLine = line(event);
            int keyColumn = column(event);
            String key = key(node(event, depth + 1, "", ""), keyLine, keyColumn);
            Node value = node(next(), depth + 1, key, name);
            if (muted == 0) {
                mapping.put(new Entry(key, keyLine, keyColumn, value), faults);
            }
        }
        return mapping.build();
    }

    private static boolean isMerge(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.getValue().equals("<<")
                && (scalar.getTag().isEmpty()
                        ? scalar.isPlain()
                        : scalar.getTag().get().equals(TAG + "merge"));
    }

    private void merge(MappingBuilder mapping, Event event, int depth) throws Unreadable {
        Node value = node(event, depth + 1, "", "");
        if (value instanceof Mapping other) {
            mapping.merge(other);
            return;
        }
        boolean good = value instanceof Sequence && !(event instanceof AliasEvent);
        if (value instanceof Sequence several && good) {
            // The earlier ones win, so they come last.
            for (int i = several.items().size() - 1; i >= 0 && good; i--) {
                if (several.items().get(i) instanceof Mapping other) {
                    mapping.merge(other);
                } else {
                    good = false;
                }
            }
        }
        if (!good) {
            faults.error(
                    "PST-merge-key",
                    line(event),
                    column(event),
                    "the merge key << stands before something that is no mapping",
                    "Write << before a mapping, an alias of one, or a list of these;"
                            + " quote \"<<\" where it is an ordinary key.");
        }
    }

    /** The key as it appears in the JSON that kubectl sends. */
    private String key(Node node, int line, int column) {
        if (!(node instanceof Scalar scalar)) {
            faults.error(
                    "PST-key",
                    line,
                    column,
                    "a list or a mapping is used as a key",
                    "Keys are plain texts; where curly braces are from a template, render it first"
                            + " or quote the value.");
            return "";
        }
        String text = scalar.text();
        String sent =
                switch (scalar.kind()) {
                    case STRING -> text;
                    case BOOLEAN -> scalar.isTrue() ? "true" : "false";
                    case INTEGER -> {
                        var integer = scalar.integer();
                        yield integer.isPresent() ? Long.toString(integer.getAsLong()) : text;
                    }
                    case FLOAT -> floatKey(text);
                    case NULL -> text;
                };
        if (scalar.kind() == Kind.NULL) {
            faults.error(
                    "PST-key",
                    line,
                    column,
                    text.isEmpty() ? "a key is missing before the colon" : "the key is null",
                    "Write a name before the colon; quote it if it is \"null\" or \"~\".");
        } else if (!sent.equals(text)) {
            faults.warning(
                    "PST-key",
                    line,
                    column,
                    "the key " + Quote.brief(text) + " is read as \"" + sent + "\"",
                    "Quote it: \"" + Quote.brief(text) + "\".");
        }
        return sent;
    }

    private static String floatKey(String text) {
        if (text.indexOf('n') >= 0 || text.indexOf('N') >= 0) {
            return text;
        }
        String shortest = Float.toString((float) Double.parseDouble(text.replace("_", "")));
        if (shortest.indexOf('E') >= 0) {
            return text;
        }
        return shortest.endsWith(".0") ? shortest.substring(0, shortest.length() - 2) : shortest;
    }

    private Event next() throws Unreadable {
        try {
            Event event = parser.next();
            lastLine = line(event);
            return event;
        } catch (YamlEngineException e) {
            throw YamlComplaint.of(e, lineOffset, lastLine, isTemplate);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // The parser stumbles over some escapes that are cut short.
            throw YamlComplaint.unplaced(lastLine);
        }
    }

    private int line(Event event) {
        Mark mark = event.getStartMark().orElseThrow();
        return mark.getLine() + 1 + lineOffset;
    }

    private static int column(Event event) {
        return event.getStartMark().orElseThrow().getColumn() + 1;
    }
}
