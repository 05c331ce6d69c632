package dev.postern.reader.source;

import dev.postern.reader.ReadRequest;
import dev.postern.reader.UnreadableInput;
import dev.postern.reader.syntax.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Every text that a request names, found and ready to be read once. */
public final class Sources {
    /** Below this, starting threads costs more than they save. */
    private static final long WORTH_THREADS = 1 << 20;

    private final List<Source> sources;
    private final List<String> templates;
    private long bytes;
    private int documents;

    private Sources(List<Source> sources, List<String> templates) {
        this.sources = sources;
        this.templates = templates;
    }

    /** Finds what a request names; tools that render are looked for on the PATH. */
    public static Sources find(ReadRequest request) throws UnreadableInput {
        String toolPath = System.getenv("PATH");
        return find(request, toolPath == null ? "" : toolPath);
    }

    /** Finds what a request names, with the folders that hold tools, written as in PATH. */
    public static Sources find(ReadRequest request, String toolPath) throws UnreadableInput {
        Search search = new Search(request, toolPath);
        search.run();
        return new Sources(search.sources(), search.templates());
    }

    /**
     * Parses every document and hands it to a reading, on several threads where that pays. A
     * document's nodes are let go of when its reading returns.
     *
     * @return what the readings gave, in the order of the documents
     */
    public <T> List<T> parse(Function<Document, T> reading) throws UnreadableInput {
        int processors = Runtime.getRuntime().availableProcessors();
        return parse(reading, isWorthThreads() ? processors : 1);
    }

    <T> List<T> parse(Function<Document, T> reading, int threads) throws UnreadableInput {
        try (Crew<T> crew = new Crew<>(reading, threads)) {
            for (Source source : sources) {
                crew.take(source);
            }
            List<T> results = crew.finish();
            bytes = crew.bytes();
            documents = results.size();
            templates.addAll(crew.templates());
            return results;
        }
    }

    public int files() {
        return sources.size();
    }

    /** How much was read; known after parsing. */
    public long bytes() {
        return bytes;
    }

    /** How many documents held something; known after parsing. */
    public int documents() {
        return documents;
    }

    /**
     * Files that a tool must render first, and that were passed over: templates of charts, and
     * kustomizations. Complete after parsing.
     */
    public List<String> templates() {
        List<String> sorted = new ArrayList<>(templates);
        sorted.sort(null);
        return sorted;
    }

    private boolean isWorthThreads() {
        long size = 0;
        for (Source source : sources) {
            size += source.size();
            if (size >= WORTH_THREADS) {
                return true;
            }
        }
        return false;
    }
}
