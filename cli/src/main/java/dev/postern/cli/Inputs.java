package dev.postern.cli;

import dev.postern.model.Cidr;
import dev.postern.reader.ReadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How input is read: the same options on every command that reads any. */
final class Inputs {
    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            defaultValue = "default",
            order = 10,
            description = "Namespace of objects that name none (default: ${DEFAULT-VALUE}).")
    private String namespace = "default";

    @Option(
            names = "--cni",
            paramLabel = "NAME",
            order = 11,
            description = "The cluster's network plugin (default: what the manifests show).")
    private @Nullable String cni;

    @Option(
            names = "--pod-cidr",
            paramLabel = "CIDR",
            split = ",",
            converter = CidrConverter.class,
            order = 12,
            description = "Where pods without a known address lie; repeat it for dual stack.")
    private List<Cidr> podCidr = new ArrayList<>();

    @Option(
            names = "--render",
            order = 13,
            description = "Render Helm charts and Kustomize folders with helm and kubectl.")
    private boolean render;

    @Option(
            names = "--keep-going",
            order = 14,
            description = {
                "Answer in spite of documents that can't be read; what they could change is unknown."
            })
    private boolean keepGoing;

    /** The network plugin that the user named. */
    Optional<String> cni() {
        return Optional.ofNullable(cni);
    }

    boolean keepGoing() {
        return keepGoing;
    }

    /** What to read; no path at all is the current folder. */
    ReadRequest request(List<String> paths, Terminal terminal) {
        return new ReadRequest(
                paths.isEmpty() ? List.of(".") : paths,
                terminal.in(),
                namespace,
                keepGoing,
                render,
                podCidr);
    }

    /** Reads one block of addresses. */
    static final class CidrConverter implements ITypeConverter<Cidr> {
        @Override
        public Cidr convert(String text) {
            return Cidr.parse(text)
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    "'" + text + "' is no CIDR such as 10.244.0.0/16"));
        }
    }
}
