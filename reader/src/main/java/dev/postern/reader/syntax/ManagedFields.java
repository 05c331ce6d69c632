package dev.postern.reader.syntax;

/**
 * The record of who set which field: up to half of a dump, and without meaning here, so its list is
 * left empty.
 */
final class ManagedFields {
    private ManagedFields() {}

    static boolean is(String parent, String key) {
        return key.equals("managedFields") && parent.equals("metadata");
    }
}
