package dev.postern.reader;

import dev.postern.model.Cluster;
import dev.postern.model.Finding;
import dev.postern.model.Origin;
import dev.postern.reader.kubernetes.Assembly;
import dev.postern.reader.kubernetes.Harvest;
import dev.postern.reader.kubernetes.ObjectReader;
import dev.postern.reader.syntax.Document;
import dev.postern.reader.syntax.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads inputs of every form into one cluster. */
public final class Reader {

    private Reader() {}

    /** Reads everything that is asked for; what is wrong with it is part of the answer. */
    public static Reading read(ReadRequest request) throws UnreadableInput {
        ObjectReader objects = new ObjectReader(request.defaultNamespace(), request.keepGoing());
        Assembly assembly = new Assembly(request.podRange());
        int files = 0;
        long bytes = 0;
        for (String path : request.paths()) {
            for (Path file : files(Path.of(path))) {
                byte[] text;
                try {
                    text = Files.readAllBytes(file);
                } catch (IOException e) {
                    throw new UnreadableInput(file + " can't be read: " + e.getMessage() + ".");
                }
                Harvest harvest = new Harvest();
                for (Document document : Documents.parse(file.toString(), text)) {
                    objects.read(document, harvest);
                }
                assembly.add(harvest);
                files++;
                bytes += text.length;
            }
        }
        Cluster cluster = assembly.cluster();
        return new Reading(
                cluster,
                inOrder(assembly.findings()),
                new Inventory(
                        files,
                        bytes,
                        assembly.documents(),
                        assembly.kinds(),
                        assembly.passedOver(),
                        List.of()));
    }

    private static List<Path> files(Path path) throws UnreadableInput {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UnreadableInput(path + " can't be read: " + e.getMessage() + ".");
        }
    }

    /** Files in the order of the input, and places in a file from its top. */
    private static List<Finding> inOrder(List<Finding> findings) {
        Map<String, Integer> ranks = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.origin() instanceof Origin.Written written) {
                ranks.putIfAbsent(written.file(), ranks.size());
            }
        }
        List<Finding> ordered = new ArrayList<>(findings);
        ordered.sort(
                Comparator.comparingInt((Finding f) -> ranks.getOrDefault(file(f), -1))
                        .thenComparingInt(Reader::line)
                        .thenComparingInt(Reader::column));
        return ordered;
    }

    private static String file(Finding finding) {
        return finding.origin() instanceof Origin.Written written ? written.file() : "";
    }

    private static int line(Finding finding) {
        return finding.origin() instanceof Origin.Written written ? written.line() : 0;
    }

    private static int column(Finding finding) {
        return finding.origin() instanceof Origin.Written written ? written.column() : 0;
    }
}
