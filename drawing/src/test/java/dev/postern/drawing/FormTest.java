package dev.postern.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

class FormTest {
    private static final String HOSTILE =
            "\"></script></title><script>alert(1)</script>`x`\n\\\" ]]> end; style: #a; %%{init}%% ü 🐘\u202E\u0000";

    private static final Diagram SMALL =
            new Diagram(
                    "Shop",
                    List.of(
                            new Diagram.Box(
                                    "shop",
                                    "shop",
                                    false,
                                    List.of(
                                            new Diagram.Item("shop/web", "web", List.of()),
                                            new Diagram.Item(
                                                    "shop/db", "db", List.of("db-0", "db-1")))),
                            new Diagram.Box("internet", "internet", true, List.of())),
                    List.of(
                            new Diagram.Line(
                                    "internet",
                                    "shop/web",
                                    "TCP 443",
                                    Diagram.Style.ALLOWED,
                                    List.of("no policy isolates web")),
                            new Diagram.Line(
                                    "shop/web",
                                    "shop/db",
                                    "TCP 5432",
                                    Diagram.Style.DENIED,
                                    List.of())));

    private static Diagram hostile() {
        return new Diagram(
                HOSTILE,
                List.of(
                        new Diagram.Box(
                                HOSTILE,
                                HOSTILE,
                                true,
                                List.of(new Diagram.Item("i", HOSTILE, List.of(HOSTILE))))),
                List.of(
                        new Diagram.Line(
                                HOSTILE, "i", HOSTILE, Diagram.Style.UNKNOWN, List.of(HOSTILE))));
    }

    static String draw(Form form, Diagram diagram) throws IOException {
        StringBuilder out = new StringBuilder();
        form.draw(diagram, out);
        return out.toString();
    }

    @Test
    void dot_names_every_item_and_line() throws IOException {
        assertThat(draw(Form.DOT, SMALL))
                .isEqualTo(
                        """
                        digraph postern {
                          graph [rankdir=LR, labelloc=t, fontname="sans-serif", label="Shop"];
                          node [shape=box, style=rounded, fontname="sans-serif"];
                          edge [fontname="sans-serif", fontsize=10];
                          subgraph cluster_0 {
                            graph [label="shop", style=rounded];
                            "shop/web" [label="web"];
                            "shop/db" [label="db (2)", tooltip="db-0\\ndb-1"];
                          }
                          subgraph cluster_1 {
                            graph [label="internet", style="rounded,dashed"];
                            "internet" [label="all of internet", shape=ellipse];
                          }
                          "internet" -> "shop/web" [label="TCP 443", tooltip="no policy isolates web"];
                          "shop/web" -> "shop/db" [label="TCP 5432", style=dotted, arrowhead=tee, color="#b3261e"];
                        }
                        """);
    }

    @Test
    void mermaid_is_a_flowchart_with_a_subgraph_a_box() throws IOException {
        assertThat(draw(Form.MERMAID, SMALL))
                .isEqualTo(
                        """
                        ---
                        title: "Shop"
                        ---
                        flowchart LR
                          subgraph b0["shop"]
                            n0["web"]
                            n1["db #40;2#41;"]
                          end
                          b2["internet"]
                          b2 -->|"TCP 443"| n0
                          n0 -.-x|"TCP 5432"| n1
                          linkStyle 1 stroke:#d1453b
                        """);
    }

    @Test
    void what_mermaid_refuses_to_render_is_summed_up_and_says_so() throws IOException {
        String big = draw(Form.MERMAID, DiagramMaker.of(2_000));
        assertThat(big).contains("summed up: 201 boxes for 2,000 items", "did not fit");
        assertThat(big.length()).isLessThanOrEqualTo(50_000);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void the_same_diagram_is_drawn_the_same_twice(Form form) throws IOException {
        assertThat(draw(form, DiagramMaker.of(200))).isEqualTo(draw(form, DiagramMaker.of(200)));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void no_label_becomes_markup(Form form) throws IOException {
        String drawn = draw(form, hostile());
        if (form != Form.DOT) { // plain text to Graphviz
            assertThat(drawn).doesNotContain("<script>alert", "</title><script");
        }
        assertThat(drawn).doesNotContain("\u202E", "\u0000");
    }

    @Test
    void a_mermaid_label_holds_nothing_that_ends_it() throws IOException {
        assertThat(draw(Form.MERMAID, hostile()).lines().filter(line -> line.contains("[\"")))
                .allSatisfy(line -> assertThat(line).doesNotContain("`", "%%", "script>"))
                .allSatisfy(line -> assertThat(line.chars().filter(c -> c == '"')).hasSize(2));
    }

    @Test
    void svg_is_well_formed_whatever_the_labels() throws Exception {
        for (Diagram diagram : List.of(SMALL, hostile(), DiagramMaker.of(2_000))) {
            String svg = draw(Form.SVG, diagram);
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        }
    }

    @Test
    void svg_of_a_big_diagram_says_that_it_is_summed_up() throws IOException {
        assertThat(draw(Form.SVG, DiagramMaker.of(2_000)))
                .contains("summed up: 201 boxes for 2,000 items");
    }

    @Test
    void a_line_to_what_is_not_drawn_is_refused() {
        assertThatThrownBy(() ->
                        new Diagram(
                                "x",
                                List.of(),
                                List.of(
                                        new Diagram.Line(
                                                "a", "b", "", Diagram.Style.ALLOWED, List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a line ends at a");
    }
}
