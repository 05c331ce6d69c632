package dev.postern.reader;

import dev.postern.model.Cluster;
import dev.postern.reader.kubernetes.Assembly;
import dev.postern.reader.kubernetes.Harvest;
import dev.postern.reader.kubernetes.ObjectReader;
import dev.postern.reader.source.Sources;

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
                assembly.findings(),
                new Inventory(
                        sources.files(),
                        sources.bytes(),
                        sources.documents(),
                        assembly.kinds(),
                        assembly.passedOver(),
                        sources.templates()));
    }
}
