package dev.postern.reader.source;

import dev.postern.model.Finding;
import dev.postern.reader.UnreadableInput;
import dev.postern.reader.syntax.Document;
import dev.postern.reader.syntax.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Threads that parse and read documents in batches while the caller's thread brings the texts.
 *
 * <pre>
 *   caller: read a file, split it --batches--> queue --> worker: parse, read, keep results
 * </pre>
 *
 * The queue is short, so only a few texts are in memory at a time. With one thread everything
 * happens in the caller's.
 */
final class Crew<T> implements AutoCloseable {
    /** Large enough that handing over costs nothing, small enough to share one file. */
    private static final int BATCH = 128 << 10;

    private final Function<Document, T> reading;
    private final BlockingQueue<Batch> queue;
    private final List<Thread> workers = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();
    private final Batch end = new Batch();
    private final boolean alone;
    private Batch open = new Batch();
    private long bytes;
    private volatile @Nullable Throwable broken;

    Crew(Function<Document, T> reading, int threads) {
        this.reading = reading;
        this.alone = threads == 1;
        this.queue = new ArrayBlockingQueue<>(4 * threads);
        for (int i = 0; i < threads && !alone; i++) {
            Thread worker = new Thread(this::work, "reader-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
    }

    /** Some documents of one or several texts, and what came of them. */
    private final class Batch {
        private final List<Slice> slices = new ArrayList<>();
        private final List<T> results = new ArrayList<>();
        private final List<String> templates = new ArrayList<>(0);
        private int size;

        void run() {
            List<Document> parsed = new ArrayList<>();
            for (Slice slice : slices) {
                if (slice.isAskedForTemplate) {
                    runPossibleTemplate(slice);
                    continue;
                }
                for (int part = slice.from; part < slice.to; part++) {
                    slice.documents.parse(part, parsed);
                    readAll(parsed);
                }
            }
            slices.clear();
        }

        private void runPossibleTemplate(Slice slice) {
            List<Document> parsed = new ArrayList<>();
            for (int part = slice.from; part < slice.to; part++) {
                slice.documents.parse(part, parsed);
            }
            if (isBroken(parsed) && slice.documents.hasBraces()) {
                templates.add(slice.name);
            } else {
                readAll(parsed);
            }
        }

        private void readAll(List<Document> parsed) {
            for (Document document : parsed) {
                results.add(reading.apply(document));
            }
            parsed.clear();
        }
    }

    private record Slice(
            String name, Documents documents, int from, int to, boolean isAskedForTemplate) {}

    void take(Source source) throws UnreadableInput {
        byte[] text = source.read();
        bytes += text.length;
        Documents documents = Documents.of(source.name(), text);
        int parts = documents.parts();
        if (source instanceof Source.Stored stored && stored.inChart()) {
            open.slices.add(new Slice(source.name(), documents, 0, parts, true));
            grow(text.length);
            return;
        }
        int from = 0;
        while (from < parts) {
            int to = from;
            int size = 0;
            while (to < parts && open.size + size < BATCH) {
                size += documents.length(to++);
            }
            open.slices.add(new Slice(source.name(), documents, from, to, false));
            grow(size);
            from = to;
        }
    }

    /** What the readings gave, in the order of the sources. */
    List<T> finish() throws UnreadableInput {
        handOver();
        for (int i = 0; i < workers.size(); i++) {
            put(end);
        }
        for (Thread worker : workers) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
        rethrow();
        List<T> results = new ArrayList<>();
        for (Batch batch : batches) {
            results.addAll(batch.results);
        }
        return results;
    }

    /** Ends the threads, whether all was read or not. */
    @Override
    public void close() {
        for (Thread worker : workers) {
            worker.interrupt();
        }
    }

    long bytes() {
        return bytes;
    }

    List<String> templates() {
        List<String> templates = new ArrayList<>();
        for (Batch batch : batches) {
            templates.addAll(batch.templates);
        }
        return templates;
    }

    private void grow(int size) throws UnreadableInput {
        open.size += size;
        if (open.size >= BATCH) {
            handOver();
        }
    }

    private void handOver() throws UnreadableInput {
        Batch batch = open;
        open = new Batch();
        batches.add(batch);
        if (alone) {
            batch.run();
        } else {
            put(batch);
        }
    }

    private void put(Batch batch) throws UnreadableInput {
        rethrow();
        try {
            queue.put(batch);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void work() {
        try {
            for (Batch batch = queue.take(); batch != end; batch = queue.take()) {
                // After a failure the queue is only emptied, so that the caller never waits.
                if (broken == null) {
                    run(batch);
                }
            }
        } catch (InterruptedException e) {
            // The crew was closed early; nobody waits for the rest.
            return;
        }
    }

    private void run(Batch batch) {
        try {
            batch.run();
        } catch (RuntimeException | Error e) {
            broken = e;
        }
    }

    private void rethrow() {
        switch (broken) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {}
        }
    }

    private static UnreadableInput interrupted() {
        Thread.currentThread().interrupt();
        return new UnreadableInput("reading was interrupted");
    }

    private static boolean isBroken(List<Document> documents) {
        for (Document document : documents) {
            for (Finding fault : document.faults()) {
                if (fault.severity() == Finding.Severity.ERROR) {
                    return true;
                }
            }
        }
        return false;
    }
}
