package dev.postern.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.engine.reference.Ruling;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The document of the decisions says what the tests check. */
class SemanticsDocumentTest {
    private static final Pattern ROW =
            Pattern.compile(
                    "^\\| (.+) \\| (API|suite|open) \\| `((?:\\w+[.])?\\w+)[.](\\w+)` \\|$");

    private record Row(String decision, String type, String method) {}

    private static List<Row> rows() throws IOException {
        Path document = Path.of("..", "docs", "semantics.md");
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(document)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(row.group(1), row.group(3), row.group(4)));
            } else if (line.startsWith("|")) {
                assertThat(line).matches("[|] Decision .*|[| -]+");
            }
        }
        return rows;
    }

    @Test
    void every_test_that_it_names_exists() throws Exception {
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThan(60);
        for (Row row : rows) {
            Class<?> type =
                    Class.forName(SemanticsDocumentTest.class.getPackageName() + "." + row.type);
            assertThat(Arrays.stream(type.getDeclaredMethods()).filter(this::isTest))
                    .as(row.decision)
                    .extracting(Method::getName)
                    .contains(row.method);
        }
    }

    private boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class)
                || method.isAnnotationPresent(ParameterizedTest.class);
    }

    @Test
    void it_lists_every_decision_that_the_reference_evaluator_makes() throws IOException {
        List<String> decisions = rows().stream().map(Row::decision).toList();
        for (Ruling ruling : Ruling.values()) {
            assertThat(decisions).contains(ruling.words());
        }
    }
}
