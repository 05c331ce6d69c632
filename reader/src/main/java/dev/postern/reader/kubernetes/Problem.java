package dev.postern.reader.kubernetes;

import dev.postern.model.Finding.Severity;

/** Everything that can be wrong with an object; the ids are part of the output and stay. */
enum Problem {
    /** The API server takes no object with a field that it does not know. */
    UNKNOWN_FIELD("PST-unknown-field", Severity.ERROR),
    MISSING_FIELD("PST-missing-field", Severity.ERROR),
    WRONG_TYPE("PST-wrong-type", Severity.ERROR),
    UNKNOWN_KIND("PST-unknown-kind", Severity.ERROR),
    OLD_VERSION("PST-old-version", Severity.ERROR),
    /** A policy that this build does not understand must not read as "no policy". */
    POLICY_NOT_UNDERSTOOD("PST-policy-not-understood", Severity.ERROR),
    DUPLICATE_OBJECT("PST-duplicate-object", Severity.ERROR),
    BAD_NAME("PST-bad-name", Severity.ERROR),
    BAD_LABEL("PST-bad-label", Severity.ERROR),
    BAD_OPERATOR("PST-bad-operator", Severity.ERROR),
    SELECTOR_VALUES("PST-selector-values", Severity.ERROR),
    BAD_CIDR("PST-bad-cidr", Severity.ERROR),
    HOSTNAME_IN_BLOCK("PST-hostname-in-ipblock", Severity.ERROR),
    EXCEPT_OUTSIDE("PST-except-outside", Severity.ERROR),
    /** Taken by the API server with a warning. */
    HOST_BITS("PST-host-bits", Severity.WARNING),
    BAD_ADDRESS("PST-bad-address", Severity.ERROR),
    BAD_PORT("PST-bad-port", Severity.ERROR),
    BAD_PORT_NAME("PST-bad-port-name", Severity.ERROR),
    END_PORT("PST-end-port", Severity.ERROR),
    BAD_PROTOCOL("PST-bad-protocol", Severity.ERROR),
    BAD_VALUE("PST-bad-value", Severity.ERROR),
    MIXED_PEER("PST-mixed-peer", Severity.ERROR),
    EMPTY_PEER("PST-empty-peer", Severity.ERROR),
    BAD_POLICY_TYPE("PST-bad-policy-type", Severity.ERROR),
    /** YAML reads a number where a person reads another: {@code 010} is 8. */
    YAML_NUMBER("PST-yaml-number", Severity.WARNING),
    NULL_RULE("PST-null-rule", Severity.WARNING),
    UNUSED_RULES("PST-unused-rules", Severity.WARNING),
    NO_SPEC("PST-no-spec", Severity.WARNING),
    NOT_KUBERNETES("PST-not-kubernetes", Severity.NOTE);

    private final String id;
    private final Severity severity;

    Problem(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    String id() {
        return id;
    }

    Severity severity() {
        return severity;
    }
}
