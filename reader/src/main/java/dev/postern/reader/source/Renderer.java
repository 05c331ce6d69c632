package dev.postern.reader.source;

import dev.postern.reader.UnreadableInput;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tools that make plain manifests of charts and kustomizations. */
final class Renderer {
    private static final int LONGEST_COMPLAINT = 500;

    private final String toolPath;

    /** Looks for tools in folders that are written as in {@code PATH}. */
    Renderer(String toolPath) {
        this.toolPath = toolPath;
    }

    Source chart(Path folder, String name) throws UnreadableInput {
        return run(folder, name, "a Helm chart", "helm", "template");
    }

    Source kustomization(Path folder, String name) throws UnreadableInput {
        return run(folder, name, "a Kustomize folder", "kubectl", "kustomize");
    }

    private Source run(Path folder, String name, String what, String tool, String verb)
            throws UnreadableInput {
        String executable = find(tool);
        if (executable.isEmpty()) {
            throw new UnreadableInput(
                    name
                            + " is "
                            + what
                            + ", and "
                            + tool
                            + " is not on the PATH; install it, or leave out --render to pass"
                            + " over what needs rendering");
        }
        String call = tool + " " + verb + " " + name;
        try {
            Path complaint = Files.createTempFile("postern-", ".stderr");
            try {
                Process process =
                        new ProcessBuilder(executable, verb, folder.toString())
                                .redirectError(complaint.toFile())
                                .start();
                process.getOutputStream().close();
                byte[] text;
                try (InputStream output = process.getInputStream()) {
                    text = output.readAllBytes();
                }
                int code = process.waitFor();
                if (code != 0) {
                    throw new UnreadableInput(
                            call + " failed with exit code " + code + sentence(complaint));
                }
                return new Source.Given(name + " (" + tool + " " + verb + ")", text);
            } finally {
                Files.delete(complaint);
            }
        } catch (IOException e) {
            throw new UnreadableInput(call + " could not be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableInput(call + " was interrupted");
        }
    }

    private static String sentence(Path complaint) throws IOException {
        String text = new String(Files.readAllBytes(complaint), StandardCharsets.UTF_8).strip();
        if (text.length() > LONGEST_COMPLAINT) {
            text = "..." + text.substring(text.length() - LONGEST_COMPLAINT);
        }
        return text.isEmpty() ? "" : ": " + text;
    }

    private String find(String tool) {
        int from = 0;
        while (from <= toolPath.length()) {
            int to = toolPath.indexOf(File.pathSeparatorChar, from);
            to = to < 0 ? toolPath.length() : to;
            File candidate = new File(toolPath.substring(from, to), tool);
            if (to > from && candidate.isFile() && candidate.canExecute()) {
                return candidate.getPath();
            }
            from = to + 1;
        }
        return "";
    }
}
