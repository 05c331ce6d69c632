package dev.postern.cli;

import dev.postern.reader.UnreadableInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line as a whole: which commands there are, and how a run of one ends. */
@Command(
        name = Postern.COMMAND,
        description = "What can talk to what in a Kubernetes cluster, and why.",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = "${ROOT-COMMAND-NAME} COMMAND [OPTIONS] [PATHS...]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Yes: allowed, nothing found, all well.",
            "1:No, or not known: denied, unknown, something found.",
            "2:Wrong usage, or input that could not be read.",
            "3:A defect of Postern."
        },
        footer = {
            "",
            "PATHS are files, folders, globs, or - for standard input; none is the current folder.",
            "",
            "Example:",
            "  ${ROOT-COMMAND-NAME} check examples/payments"
        })
final class Postern implements Task {
    /** What the launcher is called, whatever the user called it by. */
    static final String COMMAND = "postern";

    @Spec private CommandSpec spec;
    @Mixin private Common common = new Common();

    @Option(
            names = {"-V", "--version"},
            order = 92,
            description = "Print the version.")
    private boolean version;

    private final Terminal terminal;

    private Postern(Terminal terminal) {
        this.terminal = terminal;
        this.spec = CommandSpec.create(); // picocli puts the real one in
    }

    /** The commands, in the order in which people come to need them. */
    private static Map<String, Function<Terminal, Task>> commands() {
        Map<String, Function<Terminal, Task>> commands = new LinkedHashMap<>();
        commands.put("check", CheckCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("completion", CompletionCommand::new);
        commands.put("version", VersionCommand::new);
        return commands;
    }

    static Set<String> commandNames() {
        return commands().keySet();
    }

    /** Runs a command line; the answer is the exit code. */
    static int run(Terminal terminal, String... arguments) {
        Failure failure = new Failure(terminal);
        Exit exit;
        try {
            exit = answer(terminal, arguments);
            terminal.out().flush();
        } catch (ParameterException wrong) {
            exit = failure.wrongUsage(wrong);
        } catch (UnreadableInput unreadable) {
            exit = failure.unreadable(unreadable);
        } catch (OutputLost lost) {
            exit = failure.outputLost(lost);
        } catch (OutOfMemoryError full) {
            exit = failure.outOfMemory();
        } catch (RuntimeException | Error defect) {
            exit = failure.defect(defect, List.of(arguments).contains("--verbose"));
        }
        return exit.code();
    }

    private static Exit answer(Terminal terminal, String... arguments) throws UnreadableInput {
        ParseResult words = commandLine(terminal, arguments).parseArgs(arguments);
        while (words.hasSubcommand()) {
            words = words.subcommand();
        }
        CommandSpec chosen = words.commandSpec();
        if (words.isUsageHelpRequested()) {
            chosen.commandLine().usage(terminal.out());
            return Exit.YES;
        }
        return ((Task) chosen.userObject()).run();
    }

    /** The whole grammar, or as much of it as a run with these arguments needs. */
    static CommandLine commandLine(Terminal terminal, String... arguments) {
        CommandLine line = new CommandLine(new Postern(terminal));
        Map<String, Function<Terminal, Task>> commands = commands();
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            // Reading a command's annotations takes milliseconds: the others stay unread.
            commands.keySet().retainAll(Set.of(arguments[0]));
        }
        commands.forEach((name, command) -> line.addSubcommand(name, command.apply(terminal)));
        line.getCommandSpec().name(terminal.name());
        line.setColorScheme(Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(100);
        return line;
    }

    @Override
    public Exit run() {
        if (version) {
            return new VersionCommand(terminal).run();
        }
        throw new ParameterException(spec.commandLine(), "say what to do");
    }
}
