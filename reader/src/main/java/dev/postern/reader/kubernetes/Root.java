package dev.postern.reader.kubernetes;

import dev.postern.model.Labels;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.model.Spelling;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outermost mapping of an object, taken apart. */
final class Root {
    private static final Scalar NULL = new Scalar(0, 0, "", Scalar.Kind.NULL);
    private static final String[] FIELDS = {"metadata", "spec", "status"};

    private final Mapping node;
    private final Kind kind;
    private final String namespaceIfNone;
    private Node metadata = NULL;
    private Node spec = NULL;
    private Node status = NULL;
    private boolean hasSpec;
    private @Nullable ObjectName name;
    private Origin.@Nullable Written origin;

    Root(Mapping node, Kind kind, String defaultNamespace) {
        this.node = node;
        this.kind = kind;
        this.namespaceIfNone = kind.namespaced() ? defaultNamespace : "";
        for (Mapping.Entry entry : node.entries()) {
            switch (entry.key()) {
                case "metadata" -> metadata = entry.value();
                case "spec" -> {
                    spec = entry.value();
                    hasSpec = !Draft.isNull(spec);
                }
                case "status" -> status = entry.value();
                default -> {}
            }
        }
    }

    Mapping node() {
        return node;
    }

    Kind kind() {
        return kind;
    }

    Node spec() {
        return spec;
    }

    Node status() {
        return status;
    }

    boolean hasSpec() {
        return hasSpec;
    }

    /**
     * Reads the metadata, and looks for slips of the fields around it.
     *
     * @param beside the fields that this kind has in place of spec
     */
    Metadata metadata(Draft draft, String... beside) {
        if (metadata.line() == 0) {
            draft.missing(node, Path.ROOT.at("metadata"), "Write metadata: with a name below it.");
            return nameless();
        }
        if (Draft.isNull(metadata)) {
            draft.missing(metadata, Path.ROOT.at("metadata").at("name"), "Write name: below it.");
            return nameless();
        }
        Metadata read =
                Metadata.read(
                        draft,
                        metadata,
                        kind.name(),
                        namespaceIfNone,
                        kind.nameForm(),
                        kind.strict());
        name = read.name();
        for (Mapping.Entry entry : node.entries()) {
            switch (entry.key()) {
                case "apiVersion", "kind", "metadata", "spec", "status" -> {}
                default -> {
                    if (kind.strict()) {
                        draft.unknown(entry, Path.ROOT, "metadata", "spec");
                    } else if (beside.length == 0) {
                        draft.slip(node, entry, Path.ROOT, FIELDS);
                    } else if (!contains(beside, entry.key())) {
                        draft.slip(node, entry, Path.ROOT, beside);
                    }
                }
            }
        }
        return read;
    }

    /** The name, once the metadata is read. */
    ObjectName name() {
        ObjectName read = name;
        return read == null ? roughName() : read;
    }

    Origin.Written origin(Draft draft) {
        Origin.Written made = origin;
        if (made == null) {
            made = draft.origin(node, Path.ROOT);
            origin = made;
        }
        return made;
    }

    private static boolean contains(String[] fields, String key) {
        for (String field : fields) {
            if (field.equals(key)) {
                return true;
            }
        }
        return false;
    }

    private Metadata nameless() {
        return new Metadata(
                new ObjectName(kind.name(), namespaceIfNone, ""), Labels.NONE, null, "");
    }

    /** The name as far as it can be read, for the gap that a broken object leaves. */
    ObjectName roughName() {
        String name = "";
        String namespace = namespaceIfNone;
        List<Mapping.Entry> entries =
                metadata instanceof Mapping mapping ? mapping.entries() : List.of();
        for (Mapping.Entry entry : entries) {
            if (entry.value() instanceof Scalar scalar && !scalar.text().isEmpty()) {
                switch (entry.key()) {
                    case "name" -> name = Draft.clean(scalar.text());
                    case "namespace" ->
                            namespace = namespaceIfNone.isEmpty() ? "" : Draft.clean(scalar.text());
                    default -> {}
                }
            }
        }
        return new ObjectName(kind.name(), namespace, name);
    }

    /** Whether it is known which namespace the object lies in. */
    boolean knowsNamespace() {
        if (!(metadata instanceof Mapping mapping)) {
            return false;
        }
        for (Mapping.Entry entry : mapping.entries()) {
            if (entry.key().equals("namespace")) {
                return entry.value() instanceof Scalar scalar
                        && (scalar.isNull() || Syntax.isDnsLabel(scalar.text()));
            }
            if (Spelling.isSlip(entry.key(), "namespace")) {
                return false;
            }
        }
        return true;
    }
}
