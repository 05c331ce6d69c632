package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PosternTest {
    @Test
    void help_is_a_result_and_ends_well() {
        Run run = Run.of("--help");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Usage: postern COMMAND", "check", "explain", "Example:");
        assertThat(run.err()).isEmpty();
    }

    static Set<String> commands() {
        return Postern.commandNames();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_shows_an_example_of_itself(String command) {
        Run run = Run.of(command, "--help");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Usage: postern " + command, "Example");
        assertThat(run.out().substring(run.out().indexOf("Example")))
                .contains("postern " + command);
    }

    @Test
    void a_mistyped_option_names_the_nearest() {
        Run run = Run.of("check", "--keep-goin");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("no option --keep-goin; did you mean --keep-going?");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_mistyped_command_names_the_nearest() {
        Run run = Run.of("chekc", "examples");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("no command 'chekc'; did you mean check?");
    }

    @Test
    void an_option_like_none_gets_no_guess() {
        assertThat(Run.of("check", "--zzzzzzzz").err()).doesNotContain("did you mean");
    }

    @Test
    void a_path_without_a_command_is_told_the_command() {
        assertThat(Run.of("src").err()).contains("'postern check src'");
    }

    @Test
    void no_command_at_all_is_wrong_usage() {
        assertThat(Run.of().exit()).isEqualTo(2);
    }

    @Test
    void a_bad_cidr_is_named() {
        Run run = Run.of("check", "--pod-cidr", "10.0.0.0/33", "src");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--pod-cidr", "10.0.0.0/33");
    }

    @Test
    void an_input_that_is_not_there_is_no_answer() {
        Run run = Run.of("check", "no-such-folder");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("no-such-folder");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_defect_asks_for_a_report_and_keeps_its_trace() throws IOException {
        Answer answer =
                answer(PosternTest::failingInput, OutputStream.nullOutputStream(), "check", "-");
        assertThat(answer.exit).isEqualTo(3);
        assertThat(answer.err).contains("defect of Postern", "report").hasLineCount(1);
        Path trace = Path.of(answer.err.replaceAll("(?s).*trace in (.*)\\.\n", "$1"));
        assertThat(Files.readString(trace)).contains("planted");
        Files.delete(trace);
    }

    @Test
    void a_defect_with_verbose_prints_its_trace() {
        Answer answer =
                answer(
                        PosternTest::failingInput,
                        OutputStream.nullOutputStream(),
                        "check",
                        "--verbose",
                        "-");
        assertThat(answer.exit).isEqualTo(3);
        assertThat(answer.err).contains("planted", "\tat ");
    }

    @Test
    void results_that_nobody_reads_end_the_run_quietly() {
        Answer answer = answer(InputStream::nullInputStream, closed("Broken pipe"), "--help");
        assertThat(answer.exit).isEqualTo(141);
        assertThat(answer.err).isEmpty();
    }

    @Test
    void results_that_find_no_room_are_no_answer() {
        Answer answer =
                answer(InputStream::nullInputStream, closed("No space left on device"), "--help");
        assertThat(answer.exit).isEqualTo(2);
        assertThat(answer.err).contains("No space left on device");
    }

    @Test
    void fish_learns_every_command_and_option() {
        assertThat(Run.of("completion", "fish").out())
                .contains("-a check", "-l keep-going", "-l output -r -f -a 'text json'")
                .doesNotContain("${");
    }

    private record Answer(int exit, String err) {}

    private static Answer answer(
            Supplier<InputStream> input, OutputStream output, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        "postern",
                        input,
                        new PrintStream(output, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false);
        int exit = Postern.run(terminal, arguments);
        return new Answer(exit, err.toString(StandardCharsets.UTF_8));
    }

    private static InputStream failingInput() {
        throw new IllegalStateException("planted");
    }

    private static OutputStream closed(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                throw new OutputLost(new IOException(why));
            }
        };
    }
}
