package dev.postern.model;

/**
 * A namespace. Every namespace carries {@code kubernetes.io/metadata.name}, written or not; one
 * that no document declares has only that.
 *
 * @param declared whether a document declares it; else it is implied by an object inside it
 */
public record Namespace(String name, Labels labels, boolean declared, Origin origin) {
    public static final String NAME_LABEL = "kubernetes.io/metadata.name";

    public Namespace {
        if (labels.isComplete()) {
            labels = labels.with(NAME_LABEL, name);
        }
    }

    /** A namespace that something names and nothing declares. */
    public static Namespace implied(String name, Origin by) {
        return new Namespace(name, Labels.NONE, false, by);
    }
}
