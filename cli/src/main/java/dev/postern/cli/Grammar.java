package dev.postern.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What the words and the help of all commands have in common. */
final class Grammar {
    private static final int WIDTH = 100;
    private static final String NAME = "${COMMAND-FULL-NAME}";

    private Grammar() {}

    /** A command's grammar without its own options: those are added first, so they come first. */
    static CommandSpec of(Command command, String description, String... synopses) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
        List<String> lines = new ArrayList<>();
        for (String synopsis : synopses) {
            lines.add((lines.isEmpty() ? "" : "       ") + NAME + " " + synopsis);
        }
        UsageMessageSpec usage = spec.usageMessage();
        usage.width(WIDTH);
        usage.synopsisHeading("Usage: ");
        usage.customSynopsis(lines.toArray(String[]::new));
        usage.descriptionHeading("%n");
        usage.description(description);
        usage.parameterListHeading("%n");
        usage.optionListHeading("%nOptions:%n");
        usage.commandListHeading("%nCommands:%n");
        usage.sortOptions(false);
        return spec;
    }

    /** Adds what every command takes, and ends its help with examples of it. */
    static CommandSpec withExamples(CommandSpec spec, List<String> notes, String... examples) {
        List<String> footer = new ArrayList<>();
        for (String note : notes) {
            footer.add("");
            footer.add(note);
        }
        footer.add("");
        footer.add(examples.length == 1 ? "Example:" : "Examples:");
        for (String example : examples) {
            footer.add("  " + example.replace("postern", "${ROOT-COMMAND-NAME}"));
        }
        spec.usageMessage().footer(footer.toArray(String[]::new));
        return spec.addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Show this help.")
                                .build())
                .addOption(
                        OptionSpec.builder("--verbose")
                                .description("Should Postern fail, print the whole trace.")
                                .build());
    }
}
