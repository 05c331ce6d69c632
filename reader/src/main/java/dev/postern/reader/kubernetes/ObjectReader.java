package dev.postern.reader.kubernetes;

import dev.postern.reader.syntax.Document;

/**
 * Documents to objects. One reader serves many threads; what they share is the pool of equal
 * values.
 */
public final class ObjectReader {
    private final Pool pool = new Pool();
    private final String defaultNamespace;
    private final boolean keepGoing;

    /**
     * A reader for one run.
     *
     * @param keepGoing whether a policy kind that is not understood is a warning, as its gap stands
     */
    public ObjectReader(String defaultNamespace, boolean keepGoing) {
        this.defaultNamespace = defaultNamespace;
        this.keepGoing = keepGoing;
    }

    /** Reads what one document holds. */
    public Harvest read(Document document) {
        Harvest harvest = new Harvest();
        KindReader kinds = new KindReader(defaultNamespace, keepGoing, harvest);
        new DocumentReader(document, pool, kinds, harvest).read();
        return harvest;
    }
}
