package dev.postern.reader.syntax;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Finding;
import dev.postern.model.Origin;
import dev.postern.reader.syntax.Scalar.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    @Test
    void a_node_knows_where_it_stands() {
        Mapping root =
                mapping(
                        """
                        kind: Pod
                        metadata:
                          name: "api"
                          labels: {app: api}
                        spec:
                        - a
                        - b
                        """);
        Mapping metadata = (Mapping) root.get("metadata").orElseThrow();
        assertThat(metadata.entries().get(0))
                .isEqualTo(new Mapping.Entry("name", 3, 3, new Scalar(3, 9, "api", Kind.STRING)));
        Mapping labels = (Mapping) metadata.get("labels").orElseThrow();
        assertThat(labels.line()).isEqualTo(4);
        assertThat(labels.column()).isEqualTo(11);
        assertThat(((Sequence) root.get("spec").orElseThrow()).items())
                .containsExactly(
                        new Scalar(6, 3, "a", Kind.STRING), new Scalar(7, 3, "b", Kind.STRING));
    }

    @Test
    void a_broken_document_does_not_lose_the_others() {
        List<Document> documents =
                parse(
                        """
                        a: 1
                        ---
                        b: [1
                        ---
                        c: "open
                        ---
                        d: |
                          text
                        ---
                        e: 5
                        """);
        assertThat(documents).hasSize(5);
        assertThat(documents.get(0).root()).isPresent();
        assertThat(documents.get(1).root()).isEmpty();
        assertThat(documents.get(2).root()).isEmpty();
        assertThat(documents.get(3).root()).isPresent();
        Mapping last = (Mapping) documents.get(4).root().orElseThrow();
        assertThat(last.entries().getFirst().line()).isEqualTo(10);
    }

    @Test
    void an_empty_text_holds_no_document() {
        assertThat(parse("")).isEmpty();
        assertThat(parse("# nothing\n---\n# here\n---\n")).isEmpty();
    }

    @Test
    void directives_belong_to_the_document_that_follows() {
        List<Document> documents = parse("%YAML 1.2\n---\na: 1\n...\n%YAML 1.2\n---\nb: 2\n");
        assertThat(documents).hasSize(2).allMatch(d -> d.root().isPresent());
        assertThat(documents.get(1).root().orElseThrow().line()).isEqualTo(7);
    }

    @Test
    void a_key_that_is_written_twice_is_a_fault_with_both_places() {
        Document document = parse("a: 1\nb: 2\na: 3\n").getFirst();
        Finding fault = document.faults().getFirst();
        assertThat(fault.id()).isEqualTo("PST-duplicate-key");
        assertThat(fault.message()).contains("\"a\"").contains("line 1");
        assertThat(fault.origin()).isEqualTo(new Origin.Written("x.yaml", 3, 1, ""));
        Mapping root = (Mapping) document.root().orElseThrow();
        assertThat(text(root.get("a").orElseThrow())).isEqualTo("3");
    }

    @Test
    void a_merge_key_adds_the_keys_of_its_anchor() {
        Mapping root =
                mapping(
                        """
                        base: &base {app: api, tier: back}
                        labels:
                          <<: *base
                          tier: front
                        late:
                          tier: front
                          <<: *base
                        several:
                          <<: [{x: 1}, {x: 2, z: 2}]
                        quoted:
                          "<<": text
                        """);
        assertThat(plain(root.get("labels").orElseThrow())).isEqualTo("{app: api, tier: front}");
        assertThat(plain(root.get("late").orElseThrow())).isEqualTo("{tier: back, app: api}");
        assertThat(plain(root.get("several").orElseThrow())).isEqualTo("{x: 1, z: 2}");
        assertThat(plain(root.get("quoted").orElseThrow())).isEqualTo("{<<: text}");
    }

    @Test
    void a_merge_key_before_a_text_is_a_fault() {
        assertThat(ids("a:\n  <<: text\n")).containsExactly("PST-merge-key");
    }

    @Test
    void an_alias_bomb_is_refused() {
        StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d,".formatted(i - 1).repeat(9))
                    .append("]\n");
        }
        assertThat(ids(text.toString())).containsExactly("PST-alias-bomb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: *b\n", "a: &b [*b]\n"})
    void an_alias_without_a_finished_anchor_is_refused(String text) {
        assertThat(ids(text)).containsExactly("PST-unknown-alias");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "{\"a\":"})
    void nesting_ends_at_a_limit(String opening) {
        assertThat(ids(opening.repeat(200_000))).containsExactly("PST-too-deep");
    }

    @Test
    void a_huge_value_is_refused() {
        String value = "x".repeat(Limits.SCALAR + 1);
        assertThat(ids("a: " + value)).containsExactly("PST-huge-value");
        assertThat(ids("{\"a\": \"" + value + "\"}")).containsExactly("PST-huge-value");
    }

    @Test
    void a_binary_file_is_no_text() {
        assertThat(ids("a: 1\nb: \0")).containsExactly("PST-not-text");
        Document document =
                Documents.parse("x.yaml", new byte[] {'a', ':', ' ', (byte) 0xC0, (byte) 0x80})
                        .getFirst();
        assertThat(document.root()).isEmpty();
        assertThat(document.faults().getFirst().origin())
                .isEqualTo(new Origin.Written("x.yaml", 1, 4, ""));
    }

    @Test
    void a_byte_order_mark_is_understood() {
        assertThat(plain(root("\uFEFFa: ä\n".getBytes(UTF_8)))).isEqualTo("{a: ä}");
        assertThat(plain(root("\uFEFFa: ä\n".getBytes(UTF_16LE)))).isEqualTo("{a: ä}");
        assertThat(plain(root("\uFEFFa: ä\n".getBytes(UTF_16BE)))).isEqualTo("{a: ä}");
        assertThat(plain(root("\uFEFF{\"a\": 1}".getBytes(UTF_8)))).isEqualTo("{a: 1}");
    }

    @Test
    void carriage_returns_end_lines() {
        List<Document> documents = parse("a: 1\r\n---\r\nb: |\r\n  x\r\n  y\r\nc: 2\r\n");
        assertThat(documents).hasSize(2);
        Mapping second = (Mapping) documents.get(1).root().orElseThrow();
        assertThat(text(second.get("b").orElseThrow())).isEqualTo("x\ny\n");
        assertThat(second.entries().get(1).line()).isEqualTo(6);
    }

    @Test
    void a_tab_is_named_with_its_place() {
        Finding fault = parse("a:\n\tb: 1\n").getFirst().faults().getFirst();
        assertThat(fault.message()).contains("tab");
        assertThat(fault.origin()).isEqualTo(new Origin.Written("x.yaml", 2, 1, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: b: c | 1 | 5",
                "a: 'x | 1 | 4",
                "a: %x | 1 | 4",
                "a: @x | 1 | 4",
                "a: [1, 2 | 1 | 9",
                "a: } | 1 | 4",
                "a: & | 1 | 4",
                "- a;b: c | 2 | 1",
                "a: b;c;d: e | 2 | 1"
            })
    void a_syntax_error_has_its_place(String text, int line, int column) {
        Finding fault = parse(text.replace(';', '\n')).getFirst().faults().getFirst();
        assertThat(fault.id()).isEqualTo("PST-yaml-syntax");
        assertThat(fault.advice()).isNotEmpty();
        assertThat(fault.origin()).isEqualTo(new Origin.Written("x.yaml", line, column, ""));
    }

    @Test
    void json_values_know_where_they_stand() {
        Document document =
                parse("{\n  \"ä\": [1, \"x\"],\n  \"b\": null, \"c\": 1.5e3\n}").getFirst();
        Mapping root = (Mapping) document.root().orElseThrow();
        assertThat(root.entries().get(0).line()).isEqualTo(2);
        assertThat(root.entries().get(0).column()).isEqualTo(3);
        assertThat(((Sequence) root.entries().get(0).value()).items())
                .containsExactly(
                        new Scalar(2, 9, "1", Kind.INTEGER), new Scalar(2, 12, "x", Kind.STRING));
        assertThat(root.entries().get(2))
                .isEqualTo(new Mapping.Entry("c", 3, 14, new Scalar(3, 19, "1.5e3", Kind.FLOAT)));
        assertThat(((Scalar) root.entries().get(2).value()).integer()).hasValue(1500);
    }

    @Test
    void several_json_values_are_several_documents() {
        List<Document> documents = parse("{\"a\": 1}\n{\"b\": 2} [3]");
        assertThat(documents).hasSize(3).allMatch(d -> d.root().isPresent());
        assertThat(documents.get(1).line()).isEqualTo(2);
    }

    @Test
    void what_follows_a_json_value_is_not_passed_over() {
        List<Document> documents = parse("{\"a\": 1} xyz");
        assertThat(documents).hasSize(2);
        assertThat(documents.get(1).faults().getFirst().id()).isEqualTo("PST-json-syntax");
    }

    @Test
    void json_that_is_cut_short_says_so() {
        Finding fault = parse("{\"a\": [1, 2").getFirst().faults().getFirst();
        assertThat(fault.id()).isEqualTo("PST-json-syntax");
        assertThat(fault.message()).contains("ends in the middle");
    }

    @Test
    void braces_may_begin_yaml() {
        assertThat(plain(root("{a: b, # why\n c: [d,],}".getBytes(UTF_8))))
                .isEqualTo("{a: b, c: [d]}");
    }

    @Test
    void a_key_that_kubectl_reads_as_a_boolean_carries_a_warning() {
        Document document = parse("y: 1\n\"n\": 2\n017: 3\n1.10: 4\n").getFirst();
        assertThat(plain(document.root().orElseThrow()))
                .isEqualTo("{true: 1, n: 2, 15: 3, 1.1: 4}");
        assertThat(document.faults())
                .hasSize(3)
                .allMatch(f -> f.severity() == Finding.Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"? [a]\n: b\n", "{{ x }}: 1\n", "~: 1\n", "? \n: 1\n"})
    void a_key_that_is_no_text_is_a_fault(String text) {
        assertThat(ids(text)).contains("PST-key");
    }

    @Test
    void the_record_of_field_owners_is_left_empty() {
        String expected = "{metadata: {managedFields: [], name: x}}";
        assertThat(
                        plain(
                                root(
                                        """
                                        metadata:
                                          managedFields:
                                          - manager: kubectl
                                            f: {a: [b]}
                                          name: x
                                        """
                                                .getBytes(UTF_8))))
                .isEqualTo(expected);
        assertThat(
                        plain(
                                root(
                                        "{\"metadata\":{\"managedFields\":[{\"a\":[1]}],\"name\":\"x\"}}"
                                                .getBytes(UTF_8))))
                .isEqualTo(expected);
    }

    private static List<Document> parse(String text) {
        return Documents.parse("x.yaml", text.getBytes(UTF_8));
    }

    private static Node root(byte[] text) {
        List<Document> documents = Documents.parse("x.yaml", text);
        assertThat(documents).hasSize(1);
        assertThat(documents.getFirst().faults()).isEmpty();
        return documents.getFirst().root().orElseThrow();
    }

    private static Mapping mapping(String text) {
        return (Mapping) root(text.getBytes(UTF_8));
    }

    private static List<String> ids(String text) {
        List<String> ids = new ArrayList<>();
        for (Document document : parse(text)) {
            for (Finding fault : document.faults()) {
                ids.add(fault.id());
            }
        }
        return ids;
    }

    private static String text(Node node) {
        return ((Scalar) node).text();
    }

    private static String plain(Node node) {
        List<String> parts = new ArrayList<>();
        return switch (node) {
            case Scalar scalar -> scalar.text();
            case Sequence sequence -> {
                sequence.items().forEach(item -> parts.add(plain(item)));
                yield "[" + String.join(", ", parts) + "]";
            }
            case Mapping mapping -> {
                mapping.entries().forEach(e -> parts.add(e.key() + ": " + plain(e.value())));
                yield "{" + String.join(", ", parts) + "}";
            }
        };
    }
}
