package dev.postern.cli;

import picocli.CommandLine.Model.OptionSpec;

/** A form that an answer is printed in; named in lower case, as {@code --output} takes it. */
enum Format {
    text,
    json;

    static OptionSpec option() {
        return OptionSpec.builder("-o", "--output")
                .paramLabel("FORMAT")
                .type(Format.class)
                .defaultValue(text.name())
                .description("${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
                .build();
    }
}
