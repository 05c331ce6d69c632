package dev.postern.cli;

import dev.postern.reader.UnreadableInput;

/** What a command does once its words are understood. */
@FunctionalInterface
interface Task {
    Exit run() throws UnreadableInput;
}
