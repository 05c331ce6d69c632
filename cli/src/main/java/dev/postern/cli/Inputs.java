package dev.postern.cli;

import dev.postern.model.Cidr;
import dev.postern.reader.ReadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** How input is read: the same options on every command that reads any. */
final class Inputs {
    private final OptionSpec namespace =
            OptionSpec.builder("--default-namespace")
                    .paramLabel("NAME")
                    .type(String.class)
                    .defaultValue("default")
                    .description("Namespace of objects that name none (default: default).")
                    .build();
    private final OptionSpec cni =
            OptionSpec.builder("--cni")
                    .paramLabel("NAME")
                    .type(String.class)
                    .description("The cluster's network plugin (default: what the manifests show).")
                    .build();
    private final OptionSpec podCidr =
            OptionSpec.builder("--pod-cidr")
                    .paramLabel("CIDR")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .splitRegex(",")
                    .hideParamSyntax(true)
                    .description(
                            "Where pods without a known address lie; two, with a comma, for dual stack.")
                    .build();
    private final OptionSpec render =
            OptionSpec.builder("--render")
                    .description("Render Helm charts and Kustomize folders with helm and kubectl.")
                    .build();
    private final OptionSpec keepGoing =
            OptionSpec.builder("--keep-going")
                    .description(
                            "Answer in spite of documents that can't be read; what they could change"
                                    + " is unknown.")
                    .build();

    private final CommandSpec command;

    /** Adds the options to a command. */
    Inputs(CommandSpec command) {
        this.command = command;
        for (OptionSpec option : List.of(namespace, cni, podCidr, render, keepGoing)) {
            command.addOption(option);
        }
    }

    /** Paths, as the last words of a command. */
    static PositionalParamSpec paths() {
        return PositionalParamSpec.builder()
                .paramLabel("PATHS")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .hideParamSyntax(true)
                .description("Files, folders, globs, or - (default: the current folder).")
                .build();
    }

    /** The network plugin that the user named. */
    Optional<String> cni() {
        return Optional.ofNullable(cni.getValue());
    }

    /** Whether answers are wanted in spite of documents that can't be read. */
    boolean keepGoing() {
        return Words.has(keepGoing);
    }

    /** The namespace of what names none. */
    String defaultNamespace() {
        return namespace.getValue();
    }

    CommandSpec command() {
        return command;
    }

    /** What to read; no path at all is the current folder. */
    ReadRequest request(List<String> paths, Terminal terminal) {
        return new ReadRequest(
                paths.isEmpty() ? List.of(".") : paths,
                terminal.in(),
                namespace.getValue(),
                Words.has(keepGoing),
                Words.has(render),
                podRange());
    }

    private List<Cidr> podRange() {
        List<Cidr> blocks = new ArrayList<>();
        for (String text : Words.of(podCidr)) {
            blocks.add(
                    Cidr.parse(text)
                            .orElseThrow(() ->
                                    new ParameterException(
                                            command.commandLine(),
                                            "--pod-cidr: '"
                                                    + text
                                                    + "' is no CIDR such as"
                                                    + " 10.244.0.0/16")));
        }
        return blocks;
    }
}
