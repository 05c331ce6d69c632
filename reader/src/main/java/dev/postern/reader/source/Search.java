package dev.postern.reader.source;

import dev.postern.reader.ReadRequest;
import dev.postern.reader.UnreadableInput;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks the paths of a request to the sources that they name. */
final class Search {
    private final ReadRequest request;
    private final Renderer renderer;
    private final List<Source> sources = new ArrayList<>();
    private final List<String> templates = new ArrayList<>();

    /** What was met before, so that overlapping arguments and loops of links change nothing. */
    private final Set<String> met = new HashSet<>();

    private boolean standardInputTaken;

    Search(ReadRequest request, String toolPath) {
        this.request = request;
        this.renderer = new Renderer(toolPath);
    }

    List<Source> sources() {
        return sources;
    }

    List<String> templates() {
        return templates;
    }

    void run() throws UnreadableInput {
        for (String path : request.paths()) {
            argument(path);
        }
    }

    private void argument(String path) throws UnreadableInput {
        if (path.equals("-")) {
            standardInput();
            return;
        }
        File file = new File(path);
        if (file.isDirectory()) {
            folder(file, isInChart(file));
        } else if (file.exists()) {
            file(file, isInChart(file));
        } else if (Glob.isPattern(path)) {
            int before = met.size();
            glob(path);
            if (met.size() == before) {
                throw new UnreadableInput("nothing matches " + path);
            }
        } else {
            String nearest = path.isEmpty() ? "" : NearestName.of(file);
            throw new UnreadableInput(
                    (path.isEmpty() ? "an empty path" : path)
                            + " does not exist"
                            + (nearest.isEmpty() ? "" : "; did you mean " + nearest + "?"));
        }
    }

    private void standardInput() throws UnreadableInput {
        if (standardInputTaken) {
            throw new UnreadableInput("the standard input (-) is named twice");
        }
        standardInputTaken = true;
        met.add("-");
        try (InputStream input = request.standardInput().get()) {
            sources.add(new Source.Given("-", input.readAllBytes()));
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableInput("can't read the standard input: " + e.getMessage());
        }
    }

    private void file(File file, boolean inChart) {
        if (!met.add(file.toPath().toAbsolutePath().normalize().toString())) {
            return;
        }
        if (isKustomization(file.getName())) {
            templates.add(name(file));
        } else {
            sources.add(new Source.Stored(name(file), file.toPath(), inChart));
        }
    }

    private void folder(File folder, boolean inChart) throws UnreadableInput {
        if (!met.add(real(folder))) {
            return;
        }
        String[] names = folder.list();
        if (names == null) {
            throw new UnreadableInput("no permission to list " + folder.getPath());
        }
        Arrays.sort(names);
        boolean chart = Arrays.binarySearch(names, "Chart.yaml") >= 0;
        if (request.render() && chart) {
            sources.add(renderer.chart(folder.toPath(), folder.getPath()));
            return;
        }
        if (request.render() && hasKustomization(names)) {
            sources.add(renderer.kustomization(folder.toPath(), folder.getPath()));
            return;
        }
        for (String name : names) {
            File file = child(folder, name);
            if (name.startsWith(".") || (chart && isChartsOwn(name))) {
                continue;
            }
            if (file.isDirectory()) {
                if (chart && name.equals("templates")) {
                    passOver(file);
                } else {
                    folder(file, inChart || chart);
                }
            } else if (isManifest(name) || isKustomization(name)) {
                file(file, inChart || chart);
            }
        }
    }

    private void passOver(File folder) throws UnreadableInput {
        String[] names = met.add(real(folder)) ? folder.list() : new String[0];
        if (names == null) {
            return;
        }
        Arrays.sort(names);
        for (String name : names) {
            File file = child(folder, name);
            if (file.isDirectory()) {
                passOver(file);
            } else if (isManifest(name)) {
                templates.add(name(file));
            }
        }
    }

    private void glob(String path) throws UnreadableInput {
        String[] parts = path.split("/", -1);
        File base = new File(path.startsWith("/") ? "/" : ".");
        glob(base, parts, path.startsWith("/") ? 1 : 0, new HashSet<>());
    }

    private void glob(File base, String[] parts, int at, Set<String> entered)
            throws UnreadableInput {
        if (at == parts.length || (at == parts.length - 1 && parts[at].isEmpty())) {
            if (base.isDirectory()) {
                folder(base, isInChart(base));
            } else {
                file(base, isInChart(base));
            }
            return;
        }
        String part = parts[at];
        boolean last = at == parts.length - 1;
        if (!Glob.isPattern(part)) {
            File next = part.equals(".") || part.isEmpty() ? base : child(base, part);
            if (last ? next.exists() : next.isDirectory()) {
                glob(next, parts, at + 1, entered);
            }
            return;
        }
        String[] names = base.list();
        if (names == null) {
            return;
        }
        Arrays.sort(names);
        if (part.equals("**")) {
            if (!entered.add(real(base) + "\n" + at)) {
                return;
            }
            if (last) {
                folder(base, isInChart(base));
                return;
            }
            glob(base, parts, at + 1, entered);
            for (String name : names) {
                File folder = child(base, name);
                if (!name.startsWith(".") && folder.isDirectory()) {
                    glob(folder, parts, at, entered);
                }
            }
            return;
        }
        for (String name : names) {
            boolean visible = !name.startsWith(".") || part.startsWith(".");
            File file = child(base, name);
            if (visible && Glob.matches(part, name) && (last || file.isDirectory())) {
                glob(file, parts, at + 1, entered);
            }
        }
    }

    private static File child(File folder, String name) {
        return folder.getPath().equals(".") ? new File(name) : new File(folder, name);
    }

    private static String name(File file) {
        String path = file.getPath();
        return path.startsWith("./") ? path.substring(2) : path;
    }

    private static String real(File folder) throws UnreadableInput {
        try {
            return folder.toPath().toRealPath().toString();
        } catch (IOException e) {
            throw new UnreadableInput("can't read " + folder.getPath() + ": " + e.getMessage());
        }
    }

    private static boolean isManifest(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private static boolean isKustomization(String name) {
        return name.equals("kustomization.yaml")
                || name.equals("kustomization.yml")
                || name.equals("Kustomization");
    }

    private static boolean hasKustomization(String[] names) {
        for (String name : names) {
            if (isKustomization(name)) {
                return true;
            }
        }
        return false;
    }

    /** The files of a chart that describe it and hold no objects. */
    private static boolean isChartsOwn(String name) {
        return name.equals("Chart.yaml")
                || (name.startsWith("values") && isManifest(name))
                || name.equals("requirements.yaml");
    }

    private static boolean isInChart(File file) {
        for (Path folder = file.toPath().toAbsolutePath().normalize();
                folder != null;
                folder = folder.getParent()) {
            if (folder.resolve("Chart.yaml").toFile().exists()) {
                return true;
            }
        }
        return false;
    }
}
