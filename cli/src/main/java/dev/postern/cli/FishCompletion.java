package dev.postern.cli;

import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
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

    static String script(String name, CommandLine grammar) {
        FishCompletion completion = new FishCompletion(name);
        Set<String> commands = new TreeSet<>(grammar.getSubcommands().keySet());
        String none = "not __fish_seen_subcommand_from " + String.join(" ", commands);
        completion.options(grammar.getCommandSpec(), none);
        for (String command : commands) {
            CommandSpec spec = grammar.getSubcommands().get(command).getCommandSpec();
            completion.line(none, "-f -a " + command, description(spec));
            completion.options(spec, "__fish_seen_subcommand_from " + command);
        }
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
