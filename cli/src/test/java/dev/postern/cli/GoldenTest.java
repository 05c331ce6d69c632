package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder under {@code src/test/cases} that holds a file {@code args}: the command line, with
 * paths relative to the folder. {@code out.txt}, {@code err.txt} (absent for none) and {@code exit}
 * are what it must leave; {@code stdin} is what it is given. {@code -Dgolden=update} writes them.
 */
class GoldenTest {
    private static final Path CASES = Path.of("src/test/cases");
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

    @TestFactory
    Stream<DynamicTest> every_case_prints_what_it_must() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files
                    .filter(file -> file.endsWith("args"))
                    .map(Path::getParent)
                    .sorted()
                    .map(GoldenTest::test)
                    .toList()
                    .stream();
        }
    }

    private static DynamicTest test(Path folder) {
        return dynamicTest(CASES.relativize(folder).toString(), () -> check(folder));
    }

    private static void check(Path folder) throws IOException {
        String[] arguments =
                Stream.of(Files.readString(folder.resolve("args")).strip().split("\\s+", -1))
                        .map(word -> inside(folder, word))
                        .toArray(String[]::new);
        Run run = Run.withInput(read(folder.resolve("stdin")), arguments);
        expect(folder.resolve("out.txt"), relative(folder, run.out()));
        expect(folder.resolve("err.txt"), relative(folder, run.err()));
        expect(folder.resolve("exit"), run.exit() + "\n");
    }

    /** A word that names a file of the case is a path; others stay as they are. */
    private static String inside(Path folder, String word) {
        return !word.startsWith("-") && Files.exists(folder.resolve(word))
                ? folder.resolve(word).toString()
                : word;
    }

    private static String relative(Path folder, String text) {
        return text.replace(folder + "/", "");
    }

    private static void expect(Path file, String actual) throws IOException {
        if (!UPDATE) {
            assertThat(actual).as(file.toString()).isEqualTo(read(file));
        } else if (actual.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.writeString(file, actual);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
