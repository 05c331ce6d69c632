package dev.postern.cli;

import dev.postern.model.Spelling;
import dev.postern.reader.UnreadableInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Every way in which a run ends badly: what the user is told, and the exit code. */
record Failure(Terminal terminal) {

    /** Words that mean nothing to the command. */
    Exit wrongUsage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        terminal.err().println(command.getCommandSpec().qualifiedName() + ": " + sentence(wrong));
        terminal.err()
                .println("'" + command.getCommandSpec().qualifiedName() + " --help' shows how.");
        return Exit.UNUSABLE;
    }

    private String sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(unmatched.getUnmatched().getFirst(), wrong.getCommandLine());
        }
        String message = String.valueOf(wrong.getMessage());
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private String unknown(String word, CommandLine command) {
        List<String> known = new ArrayList<>();
        if (word.startsWith("-")) {
            String name = word.replaceFirst("=.*", "");
            command.getCommandSpec()
                    .options()
                    .forEach(option -> known.addAll(List.of(option.names())));
            return "there is no option " + name + meant(name, known);
        }
        if (command.getSubcommands().isEmpty()) {
            return "'" + word + "' is one word too many";
        }
        known.addAll(Postern.commandNames());
        if (Spelling.nearest(word, known).isEmpty() && Files.exists(Path.of(word))) {
            return "say what to do with "
                    + word
                    + ", such as '"
                    + terminal.name()
                    + " check "
                    + word
                    + "'";
        }
        return "there is no command '" + word + "'" + meant(word, known);
    }

    private static String meant(String word, List<String> known) {
        Optional<String> nearest = Spelling.nearest(word, known);
        return nearest.isEmpty() ? "" : "; did you mean " + nearest.get() + "?";
    }

    /** Input that is not there, or that the system refuses to give. */
    Exit unreadable(UnreadableInput unreadable) {
        terminal.say(String.valueOf(unreadable.getMessage()));
        return Exit.UNUSABLE;
    }

    /** Results that could not be handed over. */
    Exit outputLost(OutputLost lost) {
        if (lost.isBrokenPipe()) {
            return Exit.NOBODY_LISTENS;
        }
        terminal.say("the results could not be written: " + lost.getMessage());
        return Exit.UNUSABLE;
    }

    /** Input that does not fit into the memory that Java may use. */
    Exit outOfMemory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        terminal.say(
                "this input needs more than the "
                        + megabytes
                        + " MB of memory that Java may use here; allow more, such as"
                        + " POSTERN_JAVA_OPTS=-Xmx8g");
        return Exit.UNUSABLE;
    }

    /** A failure that nobody foresaw. */
    Exit defect(Throwable defect, boolean verbose) {
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace, true));
        if (verbose) {
            terminal.err().print(trace);
            terminal.say("this is a defect of Postern; please report it, with the trace above.");
            return Exit.DEFECT;
        }
        String where;
        try {
            Path file = Files.createTempFile("postern-defect-", ".txt");
            Files.writeString(file, trace.toString());
            where = "the trace in " + file;
        } catch (IOException full) {
            where = "what --verbose adds";
        }
        terminal.say("this is a defect of Postern; please report it, with " + where + ".");
        return Exit.DEFECT;
    }
}
