package dev.postern.model;

/** Which namespaces a subject or a peer lies in. */
public sealed interface NamespaceScope {

    /** One namespace by name, such as the policy's own. */
    record Only(String namespace) implements NamespaceScope {}

    /** Every namespace whose labels match. */
    record Matching(Selector selector) implements NamespaceScope {}
}
