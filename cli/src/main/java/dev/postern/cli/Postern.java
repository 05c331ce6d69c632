package dev.postern.cli;

import dev.postern.reader.UnreadableInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: which commands there are, and how a run of one ends. */
final class Postern implements Command {
    /** What the launcher is called, whatever the user called it by. */
    static final String COMMAND = "postern";

    private final OptionSpec version =
            OptionSpec.builder("-V", "--version").description("Print the version.").build();
    private final CommandSpec spec =
            Grammar.of(
                    this,
                    "What can talk to what in a Kubernetes cluster, and why.",
                    "COMMAND [OPTIONS] [PATHS...]");
    private final Terminal terminal;

    private Postern(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The commands, in the order in which people come to need them. */
    private static Map<String, Function<Terminal, Command>> commands() {
        Map<String, Function<Terminal, Command>> commands = new LinkedHashMap<>();
        commands.put("check", CheckCommand::new);
        commands.put("map", MapCommand::new);
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
        return ((Command) chosen.userObject()).run();
    }

    /** The whole grammar, or as much of it as a run with these arguments needs. */
    static CommandLine commandLine(Terminal terminal, String... arguments) {
        CommandLine line = new CommandLine(new Postern(terminal).words());
        Map<String, Function<Terminal, Command>> commands = commands();
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            commands.keySet().retainAll(Set.of(arguments[0])); // each costs milliseconds
        }
        commands.forEach(
                (name, command) -> line.addSubcommand(name, command.apply(terminal).words()));
        line.getCommandSpec().name(terminal.name());
        line.setColorScheme(Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF));
        return line;
    }

    @Override
    public CommandSpec words() {
        spec.addOption(version);
        Map<String, String> exits = new LinkedHashMap<>();
        exits.put("0", "Yes: allowed, nothing found, all well.");
        exits.put("1", "No, or not known: denied, unknown, something found.");
        exits.put("2", "Wrong usage, or input that could not be read.");
        exits.put("3", "A defect of Postern.");
        spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(exits);
        return Grammar.withExamples(
                spec,
                List.of(
                        "PATHS are files, folders, globs, or - for standard input; none is the"
                                + " current folder."),
                "postern check examples/payments");
    }

    @Override
    public Exit run() {
        if (Words.has(version)) {
            return new VersionCommand(terminal).run();
        }
        throw new ParameterException(spec.commandLine(), "say what to do");
    }
}
