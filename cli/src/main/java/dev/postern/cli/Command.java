package dev.postern.cli;

import dev.postern.reader.UnreadableInput;
import picocli.CommandLine.Model.CommandSpec;

/** One command: the words that it takes, and what it does once they are understood. */
interface Command {

    /**
     * The options and parameters, which hold their values after parsing. Built by hand: reading
     * them from annotations costs as much time as everything else that a short run does.
     */
    CommandSpec words();

    Exit run() throws UnreadableInput;
}
