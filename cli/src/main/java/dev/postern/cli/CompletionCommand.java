package dev.postern.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code postern completion}: the script that lets a shell complete Postern's words. */
final class CompletionCommand implements Command {
    private final PositionalParamSpec shell =
            PositionalParamSpec.builder()
                    .paramLabel("SHELL")
                    .arity("1")
                    .type(Shell.class)
                    .description("${COMPLETION-CANDIDATES}.")
                    .build();
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
    public CommandSpec words() {
        CommandSpec spec =
                Grammar.of(
                        this,
                        "Print the script that completes commands and options in a shell.",
                        "SHELL");
        spec.addPositional(shell);
        return Grammar.withExamples(
                spec,
                List.of(),
                "source <(postern completion bash)",
                "postern completion fish > ~/.config/fish/completions/postern.fish");
    }

    @Override
    public Exit run() {
        CommandLine grammar = Postern.commandLine(terminal);
        String script =
                switch (shell.<Shell>getValue()) {
                    // picocli's script asks zsh for its bash completion by itself.
                    case bash, zsh -> AutoComplete.bash(Postern.COMMAND, grammar);
                    case fish -> FishCompletion.script(Postern.COMMAND, grammar);
                };
        terminal.out().print(script);
        return Exit.YES;
    }
}
