package dev.postern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A generated cluster in a folder of its own, which closing deletes. */
record GeneratedFiles(Path folder) implements AutoCloseable {

    static GeneratedFiles of(Size size, Form form) throws IOException {
        Path folder = Files.createTempDirectory("postern-bench-");
        Generate.write(new ClusterGenerator(size, Generate.SEED), form, folder);
        return new GeneratedFiles(folder);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
