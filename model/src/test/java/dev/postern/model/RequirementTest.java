package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.model.Requirement.Operator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequirementTest {
    private static final Labels ABSENT = Labels.of(Map.of("tier", "web"));

    private static Requirement on(String key, Operator operator, String... values) {
        return new Requirement(key, operator, List.of(values));
    }

    private static Requirement onApp(Operator operator) {
        return operator.takesValues() ? on("app", operator, "db", "web") : on("app", operator);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    operator       | absent | listed | other | unknown value | unreadable
                    IN             | FALSE  | TRUE   | FALSE | UNKNOWN       | UNKNOWN
                    NOT_IN         | TRUE   | FALSE  | TRUE  | UNKNOWN       | UNKNOWN
                    EXISTS         | FALSE  | TRUE   | TRUE  | TRUE          | UNKNOWN
                    DOES_NOT_EXIST | TRUE   | FALSE  | FALSE | FALSE         | UNKNOWN
                    """)
    void each_operator_answers_by_what_is_known_of_the_label(
            Operator operator,
            Truth absent,
            Truth listed,
            Truth other,
            Truth unknownValue,
            Truth unreadable) {
        Requirement requirement = onApp(operator);
        assertThat(requirement.matches(Labels.NONE)).isEqualTo(absent);
        assertThat(requirement.matches(ABSENT)).isEqualTo(absent);
        assertThat(requirement.matches(ABSENT.with("app", "web"))).isEqualTo(listed);
        assertThat(requirement.matches(ABSENT.with("app", "db"))).isEqualTo(listed);
        assertThat(requirement.matches(ABSENT.with("app", "cache"))).isEqualTo(other);
        assertThat(requirement.matches(ABSENT.with("app", ""))).isEqualTo(other);
        assertThat(requirement.matches(ABSENT.withUnknown("app"))).isEqualTo(unknownValue);
        assertThat(requirement.matches(Labels.UNREADABLE)).isEqualTo(unreadable);
    }

    @Test
    void keys_and_values_are_compared_letter_by_letter() {
        Requirement web = Requirement.equal("app", "web");
        assertThat(web.matches(Labels.of(Map.of("app", "Web")))).isEqualTo(Truth.FALSE);
        assertThat(web.matches(Labels.of(Map.of("App", "web")))).isEqualTo(Truth.FALSE);
        assertThat(web.matches(Labels.of(Map.of("app", "web")))).isEqualTo(Truth.TRUE);
    }

    @Test
    void the_order_of_values_and_their_repetition_say_nothing() {
        Requirement one = on("app", Operator.IN, "web", "db", "web");
        Requirement other = on("app", Operator.IN, "db", "web");
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.values()).containsExactly("db", "web");
        assertThat(one)
                .isNotEqualTo(on("app", Operator.NOT_IN, "db", "web"))
                .isNotEqualTo(on("app", Operator.IN, "db"))
                .isNotEqualTo(on("tier", Operator.IN, "db", "web"));
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void values_belong_to_the_operators_that_compare_them(Operator operator) {
        List<String> wrong = operator.takesValues() ? List.of() : List.of("web");
        assertThatThrownBy(() -> new Requirement("app", operator, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(operator.word());
    }

    @Test
    void a_requirement_is_printed_as_kubectl_writes_it() {
        assertThat(Requirement.equal("app", "web")).hasToString("app=web");
        assertThat(on("app", Operator.IN, "web", "db")).hasToString("app in (db,web)");
        assertThat(on("app", Operator.NOT_IN, "web")).hasToString("app!=web");
        assertThat(on("app", Operator.NOT_IN, "web", "db")).hasToString("app notin (db,web)");
        assertThat(on("app", Operator.EXISTS)).hasToString("app");
        assertThat(on("app", Operator.DOES_NOT_EXIST)).hasToString("!app");
    }
}
