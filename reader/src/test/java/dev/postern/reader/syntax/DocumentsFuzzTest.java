package dev.postern.reader.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Finding;
import dev.postern.model.Origin;
import dev.postern.reader.Corpus;
import dev.postern.reader.Mutator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a file holds, it ends in documents or in faults that can be told. */
class DocumentsFuzzTest {
    private static final long SEED = 7_041_776L;

    private int whole;
    private int broken;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void damaged_texts_end_in_documents_or_faults() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        List<byte[]> corpus = Corpus.texts();
        corpus.forEach(this::parse);
        Mutator mutator = new Mutator(random, corpus);
        for (int i = 0; i < 200_000; i++) {
            parse(mutator.mutate(corpus.get(random.nextInt(corpus.size()))));
        }
        System.out.println("Fuzz: " + whole + " documents read, " + broken + " refused");
        assertThat(whole).isGreaterThan(100_000);
        assertThat(broken).isGreaterThan(50_000);
    }

    private void parse(byte[] text) {
        List<Document> documents;
        try {
            documents = Documents.parse("x.yaml", text);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("on: " + new String(text, ISO_8859_1), e);
        }
        int lines = 1;
        for (byte b : text) {
            lines += b == '\n' || b == '\r' ? 1 : 0;
        }
        for (Document document : documents) {
            check(document, lines, text);
        }
    }

    private void check(Document document, int lines, byte[] text) {
        boolean error = false;
        for (Finding fault : document.faults()) {
            error |= fault.severity() == Finding.Severity.ERROR;
            Origin.Written place = (Origin.Written) fault.origin();
            if (place.line() < 1 || place.line() > lines || place.column() < 1) {
                throw new AssertionError(fault + " on: " + new String(text, ISO_8859_1));
            }
            if (fault.message().isBlank() || fault.advice().isBlank()) {
                throw new AssertionError(
                        fault + " says too little on: " + new String(text, ISO_8859_1));
            }
        }
        if (document.root().isPresent()) {
            whole++;
            check(document.root().get(), lines, text);
        } else if (error) {
            broken++;
        } else {
            throw new AssertionError("no reason on: " + new String(text, ISO_8859_1));
        }
    }

    private static void check(Node node, int lines, byte[] text) {
        if (node.line() < 1 || node.line() > lines || node.column() < 1) {
            throw new AssertionError(node + " on: " + new String(text, ISO_8859_1));
        }
        switch (node) {
            case Scalar scalar -> scalar.integer();
            case Sequence sequence -> sequence.items().forEach(item -> check(item, lines, text));
            case Mapping mapping -> mapping.entries().forEach(e -> check(e.value(), lines, text));
        }
    }
}
