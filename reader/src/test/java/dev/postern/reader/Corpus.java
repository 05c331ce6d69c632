package dev.postern.reader;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The texts that damage begins from: one of each way to write, and what once broke a reader. */
public final class Corpus {
    private Corpus() {}

    /** All texts, in order of their names. */
    public static List<byte[]> texts() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(Corpus.class.getResource("/fuzz")).toURI());
        List<byte[]> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                texts.add(Files.readAllBytes(file));
            }
        }
        return texts;
    }
}
