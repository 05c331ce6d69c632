package dev.postern.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code postern completion}: the script that lets a shell complete Postern's words. */
@Command(
        name = "completion",
        description = "Print the script that completes commands and options in a shell.",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = "${COMMAND-FULL-NAME} SHELL",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Example:",
            "  source <(${COMMAND-FULL-NAME} bash)",
            "  ${COMMAND-FULL-NAME} fish > ~/.config/fish/completions/postern.fish"
        })
final class CompletionCommand implements Task {
    @Mixin private Common common = new Common();

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.bash;

    private final Terminal terminal;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A shell that completes words. */
    private enum Shell {
        bash,
        zsh,
        fish
    }

    @Override
    public Exit run() {
        CommandLine grammar = Postern.commandLine(terminal);
        String name = Postern.COMMAND;
        terminal.out()
                .print(
                        switch (shell) {
                            // picocli's script asks zsh for its bash completion by itself.
                            case bash, zsh -> AutoComplete.bash(name, grammar);
                            case fish -> FishCompletion.script(name, grammar);
                        });
        return Exit.YES;
    }
}
