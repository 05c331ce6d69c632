package dev.postern.reader.kubernetes;

import dev.postern.model.Namespace;

/** A Namespace and its labels. */
final class NamespaceReader {
    private NamespaceReader() {}

    static void read(Draft draft, Root root, Harvest into) {
        Metadata metadata = root.metadata(draft);
        if (!draft.isBroken()) {
            into.namespaces.add(
                    new Namespace(
                            metadata.name().name(), metadata.labels(), true, root.origin(draft)));
        }
    }
}
