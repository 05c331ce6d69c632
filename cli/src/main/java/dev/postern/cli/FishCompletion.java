package dev.postern.cli;

import java.util.Map;
import java.util.StringJoiner;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion in fish, which picocli does not write: one line for each command and option. */
final class FishCompletion {
    private final String name;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String name) {
        this.name = name;
    }

    static String script(String program, CommandLine grammar) {
        FishCompletion completion = new FishCompletion(program);
        Map<String, CommandLine> commands = grammar.getSubcommands();
        String none = "not __fish_seen_subcommand_from " + String.join(" ", commands.keySet());
        completion.options(grammar.getCommandSpec(), none);
        commands.forEach((name, command) -> {
            CommandSpec spec = command.getCommandSpec();
            completion.line(none, "-f -a " + name, description(spec));
            completion.options(spec, "__fish_seen_subcommand_from " + name);
        });
        return completion.script.toString();
    }

    private void options(CommandSpec spec, String condition) {
        for (OptionSpec option : spec.options()) {
            StringJoiner names = new StringJoiner(" ");
            for (String each : option.names()) {
                names.add(
                        each.startsWith("--") ? "-l " + each.substring(2) : "-s " + each.charAt(1));
            }
            String value = option.arity().max() == 0 ? "" : " -r" + candidates(option);
            line(condition, names + value, String.join(" ", option.description()));
        }
        for (ArgSpec words : spec.positionalParameters()) {
            if (!candidates(words).isEmpty()) {
                line(condition, candidates(words).strip(), "");
            }
        }
    }

    private static String candidates(ArgSpec argument) {
        if (argument.completionCandidates() == null) {
            return "";
        }
        StringJoiner words = new StringJoiner(" ", " -f -a '", "'");
        words.setEmptyValue("");
        argument.completionCandidates().forEach(words::add);
        return words.toString();
    }

    private static String description(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().description());
    }

    private void line(String condition, String what, String description) {
        // picocli's own ${variables} stand in the raw texts; fish would take them for its own.
        String plain = description.replaceAll(" ?\\(default: [^)]*\\)|:? ?\\$\\{[^}]*\\}", "");
        script.append("complete -c ").append(name).append(" -n '").append(condition).append("' ");
        script.append(what);
        if (!plain.isEmpty()) {
            script.append(" -d '").append(plain.replace("'", "\\'")).append("'");
        }
        script.append('\n');
    }
}
