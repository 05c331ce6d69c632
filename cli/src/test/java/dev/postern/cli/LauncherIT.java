package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher as a user starts it: processes, links, pipes, shells. */
class LauncherIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String POSTERN = ROOT.resolve("postern").toString();

    @TempDir private Path temporary;

    /** First use, by three at once: one builds, the others wait, all answer. */
    @BeforeAll
    static void first_uses_at_the_same_time_build_once() throws Exception {
        Files.deleteIfExists(ROOT.resolve("cli/target/quick/app/built"));
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(process(ROOT, Map.of(), POSTERN, "version").start());
        }
        int builds = 0;
        for (Process each : all) {
            Ended ended = Ended.of(each);
            assertThat(ended.out).as(ended.err).startsWith("postern ");
            assertThat(ended.exit).isZero();
            builds += ended.err.contains("building") ? 1 : 0;
        }
        assertThat(builds).isEqualTo(1);
    }

    @Test
    void a_use_after_the_build_says_nothing_of_it() throws Exception {
        Ended ended = run(ROOT, "./postern", "version");
        assertThat(ended.exit).isZero();
        assertThat(ended.err).isEmpty();
    }

    @Test
    void paths_are_those_of_the_folder_it_is_started_in() throws Exception {
        Files.writeString(
                temporary.resolve("shop.yaml"),
                """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                """);
        Ended ended = run(temporary, POSTERN, "check", "shop.yaml");
        assertThat(ended.err).isEmpty();
        assertThat(ended.out).contains("1 Namespace");
        assertThat(ended.exit).isZero();
    }

    @Test
    void exit_codes_come_through() throws Exception {
        assertThat(run(temporary, POSTERN, "check", "absent.yaml").exit).isEqualTo(2);
    }

    @Test
    void it_is_a_plugin_of_kubectl_through_a_link() throws Exception {
        Path plugin =
                Files.createSymbolicLink(temporary.resolve("kubectl-postern"), Path.of(POSTERN));
        Ended ended = run(temporary, plugin.toString(), "check", "--help");
        assertThat(ended.out)
                .contains(
                        "Usage: kubectl postern check", "kubectl postern check examples/payments");
        assertThat(run(temporary, "./kubectl-postern", "chekc").err)
                .startsWith("kubectl postern: there is no command 'chekc'");
        Files.delete(plugin);
    }

    @Test
    void a_pipe_that_closes_early_ends_it_quietly() throws Exception {
        // The reader leaves before the first byte is written.
        Ended ended = run(ROOT, "sh", "-c", "{ sleep 0.3; ./postern --help; echo $? >&2; } | true");
        assertThat(ended.err).isEqualTo("141\n");
    }

    @Test
    void colours_are_for_terminals() throws Exception {
        assertThat(run(ROOT, "./postern", "check", "--help").out).doesNotContain("\u001b");
    }

    @Test
    void a_cache_that_fits_nothing_goes_unnoticed() throws Exception {
        Path cache = Files.writeString(temporary.resolve("cache.aot"), "not a cache");
        for (Path each : List.of(cache, temporary.resolve("absent.aot"))) {
            Map<String, String> environment = Map.of("POSTERN_JAVA_OPTS", "-XX:AOTCache=" + each);
            Ended ended = Ended.of(process(ROOT, environment, "./postern", "version").start());
            assertThat(ended.err).isEmpty();
            assertThat(ended.out).hasLineCount(1).startsWith("postern ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void a_shell_can_read_its_completion(String shell) throws Exception {
        Path script = temporary.resolve("completion");
        Files.writeString(script, run(ROOT, "./postern", "completion", shell).out);
        String question =
                shell.equals("fish")
                        ? "source " + script + "; complete -C 'postern che'"
                        : "source "
                                + script
                                + "; COMP_WORDS=(postern che) COMP_CWORD=1;"
                                + " _complete_postern; echo ${COMPREPLY[@]}";
        if (shell.equals("zsh")) {
            question = "autoload -U compinit && compinit -u -D; " + question;
        }
        assumeTrue(
                run(ROOT, "sh", "-c", "command -v " + shell).exit == 0,
                shell + " is not installed: install it to test its completion");
        Ended ended = run(temporary, shell, "-c", question);
        assertThat(ended.out).as(ended.err).startsWith("check");
    }

    private static Ended run(Path folder, String... command) throws Exception {
        return Ended.of(process(folder, Map.of(), command).start());
    }

    private static ProcessBuilder process(
            Path folder, Map<String, String> environment, String... command) {
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment().putAll(environment);
        return process;
    }

    private record Ended(int exit, String out, String err) {

        static Ended of(Process process) throws IOException, InterruptedException {
            process.getOutputStream().close();
            // What is printed here is less than a pipe holds, so one after the other will do.
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err =
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), out, err);
        }
    }
}
