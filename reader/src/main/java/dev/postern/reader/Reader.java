package dev.postern.reader;

import dev.postern.model.Cluster;
import dev.postern.model.Finding;
import dev.postern.model.Origin;
import dev.postern.reader.kubernetes.Assembly;
import dev.postern.reader.kubernetes.Harvest;
import dev.postern.reader.kubernetes.ObjectReader;
import dev.postern.reader.source.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads inputs of every form into one cluster. */
public final class Reader {

    private Reader() {}

    /** Reads everything that is asked for; what is wrong with it is part of the answer. */
    public static Reading read(ReadRequest request) throws UnreadableInput {
        Sources sources = Sources.find(request);
        ObjectReader objects = new ObjectReader(request.defaultNamespace(), request.keepGoing());
        Assembly assembly = new Assembly(request.podRange());
        for (Harvest harvest : sources.parse(objects::read)) {
            assembly.add(harvest);
        }
        Cluster cluster = assembly.cluster();
        return new Reading(
                cluster,
                inOrder(assembly.findings()),
                new Inventory(
                        sources.files(),
                        sources.bytes(),
                        sources.documents(),
                        assembly.kinds(),
                        assembly.passedOver(),
                        sources.templates()));
    }

    /** Files in the order of the input, and places in a file from its top. */
    private static List<Finding> inOrder(List<Finding> findings) {
        Map<String, Integer> ranks = new HashMap<>();
        for (Finding finding : findings) {
            ranks.putIfAbsent(place(finding).file(), ranks.size());
        }
        List<Finding> ordered = new ArrayList<>(findings);
        ordered.sort(
                Comparator.comparing((Finding finding) -> ranks.get(place(finding).file()))
                        .thenComparingInt(finding -> place(finding).line())
                        .thenComparingInt(finding -> place(finding).column()));
        return ordered;
    }

    private static final Origin.Written NOWHERE = new Origin.Written("", 0, 0, "");

    private static Origin.Written place(Finding finding) {
        return finding.origin() instanceof Origin.Written written ? written : NOWHERE;
    }
}
