package dev.postern.reader.kubernetes;

import dev.postern.model.Finding;
import dev.postern.model.Finding.Severity;
import dev.postern.model.Gap;
import dev.postern.model.Origin;
import dev.postern.reader.syntax.Document;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;
import dev.postern.reader.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One document: an object, a list of objects, or something that is not Kubernetes at all. */
final class DocumentReader {
    private static final String LIST = "List";
    private static final String NOT_READ = "a document that could not be read";
    private static final int END = Integer.MAX_VALUE;

    private final Document document;
    private final Pool pool;
    private final KindReader kinds;
    private final Harvest into;
    private final List<Finding> faults;

    DocumentReader(Document document, Pool pool, KindReader kinds, Harvest into) {
        this.document = document;
        this.pool = pool;
        this.kinds = kinds;
        this.into = into;
        this.faults = errors(document.faults());
    }

    private static List<Finding> errors(List<Finding> faults) {
        if (faults.isEmpty()) {
            return faults;
        }
        List<Finding> errors = new ArrayList<>(faults);
        errors.removeIf(fault -> fault.severity() != Severity.ERROR);
        return errors;
    }

    void read() {
        into.findings.addAll(document.faults());
        Optional<Node> root = document.root();
        if (root.isEmpty()) {
            into.gaps.add(new Gap.Anything(NOT_READ, place(document.line(), 1)));
            return;
        }
        switch (root.get()) {
            case Mapping mapping -> object(mapping, "", "", 0, END);
            case Sequence sequence -> bareList(sequence);
            case Scalar scalar -> {
                if (!scalar.isNull() || !faults.isEmpty()) {
                    passOver(scalar, !faults.isEmpty());
                }
            }
        }
    }

    private Origin.Written place(int line, int column) {
        return new Origin.Written(document.file(), line, column, "");
    }

    /** Whether the parser found fault with the lines from {@code first} to before {@code end}. */
    private boolean isFaulty(int first, int end) {
        for (Finding fault : faults) {
            if (!(fault.origin() instanceof Origin.Written at)
                    || at.line() >= first && at.line() < end) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a fault may touch what the object is: a key beside kind, or anything in an object
     * that is written in one line.
     */
    private boolean isFaultyAtTop(Mapping mapping, int first, int end) {
        if (faults.isEmpty()) {
            return false;
        }
        int margin = mapping.entries().isEmpty() ? END : mapping.entries().getFirst().column();
        for (Finding fault : faults) {
            if (!(fault.origin() instanceof Origin.Written at)
                    || at.line() >= first
                            && at.line() < end
                            && (at.column() <= margin || at.line() == mapping.line())) {
                return true;
            }
        }
        return false;
    }

    private void passOver(Node node, boolean faulty) {
        Origin.Written origin = place(node.line(), node.column());
        if (faulty) {
            into.gaps.add(new Gap.Anything(NOT_READ, origin));
            return;
        }
        into.findings.add(
                new Finding(
                        Problem.NOT_KUBERNETES.id(),
                        Problem.NOT_KUBERNETES.severity(),
                        "The document has neither apiVersion nor kind, and is passed over.",
                        "",
                        origin));
    }

    /** A list without a kind around it, which kubectl does not take. */
    private void bareList(Sequence sequence) {
        for (Node item : sequence.items()) {
            if (item instanceof Mapping mapping
                    && mapping.get("apiVersion").isPresent()
                    && mapping.get("kind").isPresent()) {
                Draft draft = draft("the document");
                draft.report(
                        Problem.WRONG_TYPE,
                        sequence,
                        Path.ROOT,
                        "is a bare list of objects, which kubectl does not take",
                        "Write --- between the objects, or put them under items of a List.");
                into.gaps.add(new Gap.Anything(NOT_READ, place(item.line(), item.column())));
                return;
            }
        }
        passOver(sequence, !faults.isEmpty());
    }

    private Draft draft(String title) {
        return new Draft(document.file(), title, pool, into.findings);
    }

    /**
     * Reads one object, which ends before the line {@code end}.
     *
     * @param listVersion the apiVersion of items that write none, as in a list of one kind
     */
    private void object(Mapping mapping, String listVersion, String listKind, int first, int end) {
        String apiVersion = listVersion;
        String kind = listKind;
        for (Mapping.Entry entry : mapping.entries()) {
            if (entry.value() instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
                switch (entry.key()) {
                    case "apiVersion" -> apiVersion = scalar.text();
                    case "kind" -> kind = scalar.text();
                    default -> {}
                }
            }
        }
        if (apiVersion.isEmpty() || kind.isEmpty()) {
            nameless(mapping, apiVersion, kind, first, end);
        } else if (isList(mapping, apiVersion, kind)) {
            items(mapping, apiVersion, kind, first, end);
        } else {
            Draft draft = draft(kind);
            if (isFaulty(first, end)) {
                draft.markBroken();
            }
            kinds.read(draft, mapping, apiVersion, kind, isFaultyAtTop(mapping, first, end));
        }
    }

    private static boolean isList(Mapping mapping, String apiVersion, String kind) {
        return kind.endsWith(LIST)
                && (kind.equals(LIST) && apiVersion.equals("v1")
                        || mapping.get("items").isPresent());
    }

    private void items(Mapping list, String apiVersion, String kind, int first, int end) {
        String itemKind = kind.substring(0, kind.length() - LIST.length());
        String itemVersion = itemKind.isEmpty() ? "" : apiVersion;
        Draft draft = draft("the " + kind);
        Path path = Path.ROOT.at("items");
        Optional<Node> written = list.get("items");
        if (written.isEmpty()) {
            for (Mapping.Entry entry : list.entries()) {
                draft.slip(list, entry, Path.ROOT, "items");
            }
        }
        List<Node> items =
                written.isEmpty() ? List.of() : draft.sequence(written.get(), path).items();
        int itemsBegin = items.isEmpty() ? end : items.getFirst().line();
        boolean headIsFaulty = isFaulty(first, itemsBegin);
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            int itemEnd = i + 1 < items.size() ? items.get(i + 1).line() : end;
            if (item instanceof Mapping mapping) {
                // On one line, nobody can tell whose fault it is.
                int after = Math.max(itemEnd, item.line() + 1);
                object(mapping, itemVersion, itemKind, item.line(), after);
            } else if (!Draft.isNull(item)) {
                draft.mapping(item, path.at(i));
            }
        }
        if (draft.isBroken() || headIsFaulty) {
            into.gaps.add(new Gap.Anything("a list that could not be read", origin(list)));
        }
    }

    private Origin.Written origin(Node node) {
        return place(node.line(), node.column());
    }

    /** A mapping that does not say what it is: something else, or an object with a slip. */
    private void nameless(Mapping mapping, String apiVersion, String kind, int first, int end) {
        Draft draft = draft("the object");
        boolean looksLikeOne =
                !apiVersion.isEmpty()
                        || !kind.isEmpty()
                        || mapping.get("apiVersion").isPresent()
                        || mapping.get("metadata").orElse(null) instanceof Mapping
                                && mapping.get("spec").isPresent();
        for (Mapping.Entry entry : mapping.entries()) {
            switch (entry.key()) {
                case "apiVersion", "kind" -> {
                    if (looksLikeOne) {
                        draft.text(entry.value(), Path.ROOT.at(entry.key()));
                    }
                }
                default -> {
                    // Beside nothing else of an object, "bind" and "find" are not "kind".
                    if (looksLikeOne
                            || entry.key().equalsIgnoreCase("kind")
                            || entry.key().equalsIgnoreCase("apiVersion")) {
                        draft.slip(mapping, entry, Path.ROOT, "apiVersion", "kind");
                    }
                }
            }
        }
        if (!draft.isBroken() && looksLikeOne) {
            boolean noKind = kind.isEmpty();
            draft.missing(
                    mapping,
                    Path.ROOT.at(noKind ? "kind" : "apiVersion"),
                    noKind
                            ? "Write kind: and what the object is, such as NetworkPolicy."
                            : Kind.named(kind)
                                    .map(known -> "Write apiVersion: " + known.apiVersion() + ".")
                                    .orElse("Write apiVersion: with group and version."));
        }
        if (draft.isBroken()) {
            into.gaps.add(new Gap.Anything("an object of an unknown kind", origin(mapping)));
        } else {
            passOver(mapping, isFaultyAtTop(mapping, first, end));
        }
    }
}
