package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every command line that a README shows is run, and prints what its transcript under {@code
 * src/test/transcripts} holds. {@code -Dgolden=update} writes the transcripts anew.
 */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path TRANSCRIPTS = Path.of("src/test/transcripts");
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
    private static final String PROMPT = "./postern ";

    @TestFactory
    Stream<DynamicTest> every_command_of_an_example_prints_what_its_transcript_holds()
            throws IOException {
        try (Stream<Path> examples = Files.list(ROOT.resolve("examples"))) {
            return examples
                    .sorted()
                    .map(folder ->
                            dynamicTest(
                                    folder.getFileName().toString(),
                                    () ->
                                            check(
                                                    folder.resolve("README.md"),
                                                    folder.getFileName() + ".txt")))
                    .toList()
                    .stream();
        }
    }

    @Test
    void every_command_of_the_readme_runs_and_prints_what_stands_below_it() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Matcher commands = Pattern.compile("\\./postern [^`\n]+").matcher(readme);
        int count = 0;
        while (commands.find()) {
            count++;
            String command = commands.group();
            Run run = run(command);
            assertThat(run.exit()).as(command + run.err()).isLessThan(2);
            if (readme.startsWith("$ ", commands.start() - 2)) {
                String shown =
                        readme.substring(commands.end() + 1, readme.indexOf("```", commands.end()));
                assertThat(run.out()).as(command).isEqualTo(shown);
            }
        }
        assertThat(count).isGreaterThan(5);
    }

    private static Run run(String command) {
        String[] words =
                Stream.of(command.substring(PROMPT.length()).split("\\s+", -1))
                        .map(word -> word.startsWith("examples/") ? "../" + word : word)
                        .toArray(String[]::new);
        Run run = Run.of(words);
        return new Run(run.exit(), run.out().replace("../examples/", "examples/"), run.err());
    }

    private static void check(Path document, String name) throws IOException {
        List<String> commands =
                Files.readAllLines(document).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith(PROMPT))
                        .toList();
        assertThat(commands).as("commands of " + document).isNotEmpty();
        StringBuilder transcript = new StringBuilder();
        for (String command : commands) {
            Run run = run(command);
            assertThat(run.err()).as(command).isEmpty();
            transcript
                    .append("$ ")
                    .append(command)
                    .append('\n')
                    .append(run.out())
                    .append("[exit ")
                    .append(run.exit())
                    .append("]\n\n");
        }
        Path golden = TRANSCRIPTS.resolve(name);
        if (UPDATE) {
            Files.createDirectories(TRANSCRIPTS);
            Files.writeString(golden, transcript);
        }
        assertThat(transcript.toString()).isEqualTo(Files.readString(golden));
    }
}
