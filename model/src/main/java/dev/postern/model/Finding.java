package dev.postern.model;

/**
 * Something that a person should know about an input.
 *
 * @param id stable, like {@code PST-unknown-field}
 * @param message one sentence: what is wrong
 * @param advice what to write instead; may be empty
 */
public record Finding(String id, Severity severity, String message, String advice, Origin origin) {

    /** How much a finding matters, least first. */
    public enum Severity {
        NOTE,
        WARNING,
        ERROR;

        public String word() {
            return switch (this) {
                case NOTE -> "note";
                case WARNING -> "warning";
                case ERROR -> "error";
            };
        }
    }
}
