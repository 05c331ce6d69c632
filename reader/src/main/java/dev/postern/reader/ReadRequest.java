package dev.postern.reader;

import dev.postern.model.Cidr;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;

/**
 * What to read, and how.
 *
 * @param paths files, folders, globs, or {@code -} for {@code standardInput}
 * @param defaultNamespace of namespaced objects that name none
 * @param keepGoing whether a document that can't be read leaves a gap in place of ending the run
 * @param render whether Helm charts and Kustomize folders are rendered by the tools on the PATH
 * @param podRange the addresses of pods whose own is not known; empty to find out or assume
 */
public record ReadRequest(
        List<String> paths,
        Supplier<InputStream> standardInput,
        String defaultNamespace,
        boolean keepGoing,
        boolean render,
        List<Cidr> podRange) {

    public ReadRequest {
        paths = List.copyOf(paths);
        podRange = List.copyOf(podRange);
    }

    /** Reads paths with the defaults of the command line. */
    public static ReadRequest of(String... paths) {
        return new ReadRequest(
                List.of(paths), InputStream::nullInputStream, "default", false, false, List.of());
    }

    public ReadRequest withKeepGoing(boolean value) {
        return new ReadRequest(paths, standardInput, defaultNamespace, value, render, podRange);
    }
}
