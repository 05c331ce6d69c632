package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The excerpts of docs/formats.md are what the commands above them print, but for "...". */
class FormatsDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/formats.md");
    private static final Pattern EXCERPT =
            Pattern.compile("```\n\\$ \\./postern ([^\n]*)\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> an_excerpt_is_what_its_command_prints() throws IOException {
        List<DynamicTest> tests =
                EXCERPT.matcher(Files.readString(DOCUMENT))
                        .results()
                        .map(excerpt ->
                                dynamicTest(
                                        excerpt.group(1),
                                        () -> check(excerpt.group(1), excerpt.group(2))))
                        .toList();
        assertThat(tests).hasSize(3);
        return tests.stream();
    }

    private static void check(String command, String excerpt) {
        String[] words =
                Arrays.stream(command.split(" ", -1))
                        .map(word -> word.startsWith("examples/") ? "../" + word : word)
                        .toArray(String[]::new);
        String printed = Run.of(words).out().replace("../examples/", "examples/");
        String[] pieces = excerpt.split("(?m)^\\.\\.\\.\n", -1);
        assertThat(printed).startsWith(pieces[0]).endsWith(pieces[pieces.length - 1]);
        assertThat(printed).containsSubsequence(pieces);
    }

    @Test
    void every_exit_code_stands_in_the_table() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (Exit exit : Exit.values()) {
            assertThat(document).contains("\n| " + exit.code() + " | ");
        }
    }

    @Test
    void every_word_of_the_schemas_stands_in_the_document() throws IOException {
        String document = Files.readString(DOCUMENT);
        Schema schema = Schema.named("explain.v1.json");
        for (String field : List.of("because", "verdict")) {
            for (String word : schema.wordsOf(field)) {
                assertThat(document).contains("\n| `" + word + "` | ");
            }
        }
    }
}
