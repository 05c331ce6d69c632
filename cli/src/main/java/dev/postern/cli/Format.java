package dev.postern.cli;

/** A form that an answer is printed in; named in lower case, as {@code --output} takes it. */
enum Format {
    text,
    json
}
