package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCsvTest {
    private static final String HEADER = "source,destination,protocol,port\n";
    private static final String ANSWERS = "source,destination,protocol,port,verdict,decided_by\n";

    @TempDir private Path folder;

    private String cluster(String fileName) throws IOException {
        Path file = folder.resolve(fileName);
        Files.writeString(
                file,
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: a, namespace: shop, labels: {app: a}}
                spec: {containers: [{name: c, image: i}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: b, namespace: shop, labels: {app: b}}
                spec: {containers: [{name: c, image: i, ports: [{name: http, containerPort: 80}]}]}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: only-a, namespace: shop}
                spec:
                  podSelector: {matchLabels: {app: b}}
                  ingress:
                  - from: [{podSelector: {matchLabels: {app: a}}}]
                    ports: [{port: 80}]
                """);
        return file.toString();
    }

    private Run run(String csv) throws IOException {
        Path questions = folder.resolve("q.csv");
        Files.writeString(questions, csv);
        Run run = Run.of("explain", "--batch", questions.toString(), cluster("cluster.yaml"));
        return new Run(
                run.exit(),
                run.out().replace(folder + "/", ""),
                run.err().replace(folder + "/", ""));
    }

    @Test
    void every_row_comes_back_with_its_verdict_and_what_decides() throws IOException {
        Run run = run(HEADER + "shop/a,shop/b,TCP,80\nshop/a,shop/b,UDP,53\n");
        assertThat(run.out())
                .isEqualTo(
                        ANSWERS
                                + "shop/a,shop/b,TCP,80,allowed,egress not isolated; NetworkPolicy"
                                + " shop/only-a ingress[0] at cluster.yaml:17:5\n"
                                + "shop/a,shop/b,UDP,53,denied,\"ingress isolated by NetworkPolicy"
                                + " shop/only-a, no rule matches\"\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void verdicts_do_not_change_the_exit_code() throws IOException {
        assertThat(run(HEADER + "shop/a,shop/b,UDP,53\n").exit()).isZero();
    }

    @Test
    void no_questions_leave_the_header_alone() throws IOException {
        Run run = run(HEADER);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(ANSWERS);
    }

    @Test
    void a_wrong_header_is_told_the_right_one() throws IOException {
        for (String wrong : new String[] {"", "\n", "from,to\n", "shop/a,shop/b,TCP,80\n"}) {
            Run run = run(wrong);
            assertThat(run.exit()).as(wrong).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .contains("q.csv:1: the first line must be source,destination,protocol,port");
        }
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_header() throws IOException {
        assertThat(run("\uFEFF" + HEADER + "shop/a,shop/b,TCP,80\n").out())
                .startsWith(ANSWERS + "shop/a,shop/b,TCP,80,allowed,");
    }

    @Test
    void a_wrong_number_of_fields_is_named_by_line() throws IOException {
        Run few = run(HEADER + "shop/a,shop/b,TCP,80\nshop/a\n");
        assertThat(few.exit()).isEqualTo(2);
        assertThat(few.err())
                .contains("q.csv:3: 1 field where source,destination,protocol,port are asked for");
        assertThat(run(HEADER + "shop/a,shop/b,TCP,80,\n").err()).contains("q.csv:2: 5 fields");
        assertThat(run(HEADER + " \n").err()).contains("q.csv:2: 1 field ");
    }

    @Test
    void quotes_are_taken_off_to_read_and_kept_to_answer() throws IOException {
        Run run = run(HEADER + "\"shop/a\",shop/b,\"TCP\",\"80\"\n");
        assertThat(run.out()).contains("\n\"shop/a\",shop/b,\"TCP\",\"80\",allowed,");
    }

    @Test
    void two_quotes_in_quotes_are_one_and_a_comma_in_quotes_is_no_end() throws IOException {
        assertThat(run(HEADER + "\"shop/a\"\"b\",shop/b,TCP,80\n").err()).contains("'shop/a\"b'");
        assertThat(run(HEADER + "\"shop/a,b\",shop/b,TCP,80\n").err()).contains("'shop/a,b'");
    }

    @Test
    void a_quote_that_is_not_closed_or_goes_on_is_named_by_line() throws IOException {
        assertThat(run(HEADER + "\"shop/a,shop/b,TCP,80\n").err())
                .contains("q.csv:2: a quote is opened and not closed");
        assertThat(run(HEADER + "\"shop/a\"b,shop/b,TCP,80\n").err())
                .contains("q.csv:2: a comma must follow a closing quote");
    }

    @Test
    void spaces_around_a_bare_field_do_not_count() throws IOException {
        assertThat(run(HEADER + "shop/a, shop/b ,TCP , 80\n").out()).contains(", 80,allowed,");
    }

    @Test
    void lines_may_end_as_on_windows() throws IOException {
        Run run = run((HEADER + "shop/a,shop/b,TCP,80\n").replace("\n", "\r\n"));
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith(ANSWERS + "shop/a,shop/b,TCP,80,allowed,")
                .doesNotContain("\r");
    }

    @Test
    void empty_lines_are_passed_over_and_counted() throws IOException {
        Run run = run(HEADER + "\nshop/a,shop/b,TCP,80\n\n\nshop/a,shop/c,TCP,80\n");
        assertThat(run.err()).contains("q.csv:6: There is no workload 'shop/c'");
        assertThat(run.out()).hasLineCount(2);
    }

    @Test
    void the_last_line_needs_no_end() throws IOException {
        assertThat(run(HEADER + "shop/a,shop/b,TCP,80").out()).contains(",allowed,").endsWith("\n");
    }

    @Test
    void an_empty_protocol_is_tcp_and_a_port_may_be_a_name() throws IOException {
        assertThat(run(HEADER + "shop/a,shop/b,,http\n").out()).contains(",,http,allowed,");
        assertThat(run(HEADER + "shop/a,shop/b,icmp,\n").out()).contains(",icmp,,denied,");
    }

    @Test
    void a_port_that_contradicts_its_protocol_is_refused() throws IOException {
        assertThat(run(HEADER + "shop/a,shop/b,TCP,53/udp\n").err())
                .contains("q.csv:2: '53/udp' is no port; the protocol has a column of its own.");
        assertThat(run(HEADER + "shop/a,shop/b,TCP,icmp\n").err())
                .contains("q.csv:2: 'icmp' is no port of TCP.");
        assertThat(run(HEADER + "shop/a,shop/b,ICMP,80\n").err())
                .contains("q.csv:2: ICMP has no ports");
        assertThat(run(HEADER + "shop/a,shop/b,TCP,\n").err())
                .contains("q.csv:2: A question about TCP needs a port.");
    }

    @Test
    void an_unknown_name_stops_the_run_after_the_rows_before_it() throws IOException {
        Run run =
                run(
                        HEADER
                                + "shop/a,shop/b,TCP,80\n"
                                + "shop/a,shop/bb,TCP,80\n"
                                + "shop/a,shop/b,TCP,80\n");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).startsWith(ANSWERS).hasLineCount(2);
        assertThat(run.err())
                .contains("q.csv:3: There is no workload 'shop/bb'; did you mean shop/b?");
    }

    @Test
    void many_rows_all_come_back_in_order() throws IOException {
        String rows =
                IntStream.rangeClosed(1, 5_000)
                        .mapToObj(port -> "shop/a,shop/b,TCP," + port + "\n")
                        .collect(Collectors.joining());
        assertThat(run(HEADER + rows).out().lines().skip(1).map(row -> row.split(",", -1)[3]))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 5_000).mapToObj(Integer::toString).toList());
    }

    @Test
    void a_place_with_a_comma_or_a_quote_in_its_name_is_quoted() throws IOException {
        Path questions = folder.resolve("q.csv");
        Files.writeString(questions, HEADER + "shop/a,shop/b,TCP,80\n");
        Run run = Run.of("explain", "--batch", questions.toString(), cluster("odd, \"name\".yaml"));
        assertThat(run.out())
                .contains(",allowed,\"egress not isolated; ")
                .contains("odd, \"\"name\"\".yaml:17:5\"\n");
    }

    @Test
    void questions_may_come_from_standard_input() throws IOException {
        String cluster = cluster("cluster.yaml");
        Run good =
                Run.withInput(
                        HEADER + "shop/a,shop/b,TCP,80\n", "explain", "--batch", "-", cluster);
        assertThat(good.exit()).isZero();
        assertThat(good.out()).contains("shop/a,shop/b,TCP,80,allowed,");
        Run bad = Run.withInput(HEADER + "x,y\n", "explain", "--batch", "-", cluster);
        assertThat(bad.err()).contains("stdin:2: 2 fields");
    }

    @Test
    void standard_input_holds_one_thing_only() {
        Run run = Run.withInput(HEADER, "explain", "--batch", "-", "-");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("standard input can't hold both the questions and the manifests");
    }

    @Test
    void csv_is_the_only_output() throws IOException {
        Run run = Run.of("explain", "--batch", "q.csv", "-o", "json", cluster("cluster.yaml"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--batch answers in csv");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        Run run = Run.of("explain", "--batch", "no-such.csv", cluster("cluster.yaml"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("there is no file 'no-such.csv' with questions");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_folder_holds_no_questions() throws IOException {
        Run run = Run.of("explain", "--batch", folder.toString(), cluster("cluster.yaml"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("can't read " + folder + ": ").doesNotContain("Exception");
    }

    @Test
    void broken_documents_turn_answers_into_unknown_and_the_exit_code_into_2() throws IOException {
        Path questions = folder.resolve("q.csv");
        Files.writeString(questions, HEADER + "shop/b,shop/a,TCP,80\n");
        Path broken = folder.resolve("broken.yaml");
        Files.writeString(
                broken,
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: odd, namespace: shop}
                spec: {podSelector: {}, ingres: []}
                """);
        String whole = cluster("cluster.yaml");
        String[] given = {"--batch", questions.toString(), whole, broken.toString()};
        Run without = Run.of(words(List.of("explain"), given));
        assertThat(without.exit()).isEqualTo(2);
        assertThat(without.out()).isEmpty();
        Run with = Run.of(words(List.of("explain", "--keep-going"), given));
        assertThat(with.exit()).isEqualTo(2);
        assertThat(with.out())
                .contains("shop/b,shop/a,TCP,80,unknown,not read: NetworkPolicy shop/odd");
    }

    private static String[] words(List<String> command, String... rest) {
        return Stream.concat(command.stream(), Stream.of(rest)).toArray(String[]::new);
    }
}
