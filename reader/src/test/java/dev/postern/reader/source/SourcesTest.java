package dev.postern.reader.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.model.Finding;
import dev.postern.reader.ReadRequest;
import dev.postern.reader.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
    @TempDir Path folder;

    @Test
    void a_folder_is_walked_in_order_of_names() throws Exception {
        write("b/z.yaml", "a: 1");
        write("a.yml", "a: 1");
        write("c.json", "{}");
        write("readme.md", "text");
        write(".git/config.yaml", "a: 1");
        write("b/.hidden.yaml", "a: 1");
        assertThat(names(".")).containsExactly("a.yml", "b/z.yaml", "c.json");
    }

    @Test
    void a_file_is_read_whatever_its_name() throws Exception {
        write("dump.txt", "a: 1");
        assertThat(names("dump.txt")).containsExactly("dump.txt");
    }

    @Test
    void what_is_named_twice_is_read_once() throws Exception {
        write("b/z.yaml", "a: 1");
        assertThat(names("b/z.yaml", ".", "b", "b/../b/z.yaml")).containsExactly("b/z.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "*.yaml, a.yaml",
        "p/*.yaml, p/b.yaml p/c.yaml",
        "p/[ab].yaml, p/b.yaml",
        "p/[!b].yaml, p/c.yaml",
        "p/?.yaml, p/b.yaml p/c.yaml",
        "**/*.yaml, a.yaml p/b.yaml p/c.yaml p/q/d.yaml",
        "**/q/d.y*, p/q/d.yaml",
        "p/**, p/b.yaml p/c.yaml p/q/d.yaml",
        "*/q, p/q/d.yaml",
        "*p*, p/b.yaml p/c.yaml p/q/d.yaml"
    })
    void a_glob_that_the_shell_left_is_expanded(String glob, String expected) throws Exception {
        write("a.yaml", "a: 1");
        write("p/b.yaml", "a: 1");
        write("p/c.yaml", "a: 1");
        write("p/q/d.yaml", "a: 1");
        assertThat(names(glob)).containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void a_glob_without_a_match_is_an_error() {
        assertThatThrownBy(() -> names("*.yaml"))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("nothing matches");
    }

    @Test
    void a_missing_path_is_an_error_that_names_the_nearest() throws Exception {
        write("payments.yaml", "a: 1");
        assertThatThrownBy(() -> names("payment.yml"))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("payment.yml does not exist; did you mean")
                .hasMessageContaining("payments.yaml?");
        assertThatThrownBy(() -> names("entirely-else"))
                .hasMessageEndingWith("entirely-else does not exist");
    }

    @Test
    void a_loop_of_links_ends() throws Exception {
        write("a/x.yaml", "a: 1");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        assertThat(names(".")).containsExactly("a/x.yaml");
        assertThat(names("**/*.yaml")).containsExactly("a/x.yaml");
    }

    @Test
    void the_standard_input_is_read_once() throws Exception {
        ReadRequest request =
                new ReadRequest(
                        List.of("-"),
                        () -> new ByteArrayInputStream("a: 1\n---\nb: 2\n".getBytes(UTF_8)),
                        "default",
                        false,
                        false,
                        List.of());
        assertThat(Sources.find(request).parse(d -> d.file() + d.line()))
                .containsExactly("-1", "-3");
        assertThatThrownBy(() -> Sources.find(ReadRequest.of("-", "-")))
                .isInstanceOf(UnreadableInput.class);
    }

    @Test
    void the_templates_of_a_chart_are_passed_over_and_reported() throws Exception {
        writeChart();
        Sources sources = find(false, "", ".");
        assertThat(parsed(sources)).containsExactly("app/crds/c.yaml");
        assertThat(sources.templates())
                .containsExactly(at("app/broken.yaml"), at("app/templates/t.yaml"));
    }

    @Test
    void a_template_named_alone_is_reported_too() throws Exception {
        writeChart();
        Sources sources = find(false, "", "app/templates/t.yaml");
        assertThat(parsed(sources)).isEmpty();
        assertThat(sources.templates()).containsExactly(at("app/templates/t.yaml"));
    }

    @Test
    void braces_outside_a_chart_are_an_error_with_advice() throws Exception {
        write("t.yaml", "a: {{ .Values.a }}\n---\n{{ if b }}\nc: 1\n");
        Sources sources = find(false, "", ".");
        List<Finding> faults = new ArrayList<>();
        sources.parse(d -> faults.addAll(d.faults()), 1);
        assertThat(sources.templates()).isEmpty();
        assertThat(faults).extracting(Finding::id).contains("PST-key", "PST-yaml-syntax");
        assertThat(faults)
                .allMatch(f -> f.severity() == Finding.Severity.ERROR)
                .allMatch(f -> f.advice().contains("template"));
    }

    @Test
    void a_kustomization_is_reported_and_its_neighbours_are_read() throws Exception {
        write("k/kustomization.yaml", "resources: [a.yaml]");
        write("k/a.yaml", "a: 1");
        Sources sources = find(false, "", "k");
        assertThat(parsed(sources)).containsExactly("k/a.yaml");
        assertThat(sources.templates()).containsExactly(at("k/kustomization.yaml"));
    }

    @Test
    void rendering_reads_what_the_tools_print() throws Exception {
        writeChart();
        write("k/kustomization.yaml", "resources: [a.yaml]");
        tool("helm", "echo \"args: '$1 $2'\"; echo warning >&2");
        tool("kubectl", "echo \"args: '$1 $2'\"");
        Sources sources = find(true, "/nowhere::" + folder.resolve("bin"), "app", "k");
        assertThat(sources.parse(d -> d.root().orElseThrow().toString()).toString())
                .contains("template " + folder.resolve("app"))
                .contains("kustomize " + folder.resolve("k"));
        assertThat(sources.templates()).isEmpty();
    }

    @Test
    void a_tool_that_fails_is_an_error_with_its_words() throws Exception {
        writeChart();
        tool("helm", "echo 'no such value' >&2; exit 3");
        assertThatThrownBy(() -> find(true, folder.resolve("bin").toString(), "app"))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("exit code 3: no such value");
    }

    @Test
    void a_tool_that_is_missing_is_an_error() throws Exception {
        writeChart();
        assertThatThrownBy(() -> find(true, "", "app"))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("helm is not on the PATH");
    }

    @Test
    void threads_change_neither_results_nor_their_order() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("---\nn: ").append(i).append("\ntext: some words to fill a line\n");
        }
        write("a.yaml", "n: -1");
        write("b.yaml", text.toString());
        write("c.json", "{\"n\": 20000}");
        Sources sources = find(false, "", ".");
        List<String> threads = Collections.synchronizedList(new ArrayList<>());
        List<Integer> numbers =
                sources.parse(
                        document -> {
                            threads.add(Thread.currentThread().getName());
                            String root = document.root().orElseThrow().toString();
                            String value = root.substring(root.indexOf("text=") + 5);
                            return Integer.parseInt(value.substring(0, value.indexOf(',')));
                        },
                        3);
        assertThat(numbers).isEqualTo(IntStream.range(-1, 20_001).boxed().toList());
        assertThat(threads).doesNotContain(Thread.currentThread().getName());
        assertThat(sources.documents()).isEqualTo(20_002);
        assertThat(sources.bytes()).isGreaterThan(text.length());
    }

    @Test
    void a_failure_on_a_thread_reaches_the_caller() throws Exception {
        write("a.yaml", "a: 1");
        assertThatThrownBy(() ->
                        find(false, "", ".")
                                .parse(
                                        _ -> {
                                            throw new IllegalStateException("ours");
                                        },
                                        2))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_file_that_vanishes_is_an_error() throws Exception {
        Path path = write("a.yaml", "a: 1");
        Sources sources = find(false, "", ".");
        Files.delete(path);
        assertThatThrownBy(() -> sources.parse(d -> d, 2)).isInstanceOf(UnreadableInput.class);
    }

    private void writeChart() throws IOException {
        write("app/Chart.yaml", "name: app");
        write("app/values.yaml", "a: 1");
        write("app/templates/t.yaml", "a: {{ .Values.a }}\n{{ if b }}\n");
        write("app/templates/_helpers.tpl", "{{ define }}");
        write("app/broken.yaml", "{{ if .Values.a }}\na: 1\n");
        write("app/crds/c.yaml", "a: 1");
    }

    private Path write(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private void tool(String name, String body) throws IOException {
        Path path = write("bin/" + name, "#!/bin/sh\n" + body + "\n");
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Sources find(boolean render, String toolPath, String... paths) throws UnreadableInput {
        List<String> absolute =
                Arrays.stream(paths).map(p -> p.equals(".") ? folder.toString() : at(p)).toList();
        return Sources.find(
                new ReadRequest(
                        absolute,
                        ByteArrayInputStream::nullInputStream,
                        "default",
                        false,
                        render,
                        List.of()),
                toolPath);
    }

    private List<String> names(String... paths) throws UnreadableInput {
        return parsed(find(false, "", paths));
    }

    private List<String> parsed(Sources sources) throws UnreadableInput {
        return sources.parse(d -> folder.relativize(Path.of(d.file())).normalize().toString());
    }
}
