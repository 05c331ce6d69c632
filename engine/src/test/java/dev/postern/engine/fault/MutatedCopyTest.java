package dev.postern.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.engine.reference.Ruling;
import dev.postern.model.Labels;
import dev.postern.model.Requirement;
import dev.postern.model.Requirement.Operator;
import dev.postern.model.Selector;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutatedCopyTest {

    /** Whether selectors of each operator match an object with the label that it is asked for. */
    public static final class Matches implements UnaryOperator<String> {
        @Override
        public String apply(String label) {
            Labels labels = Labels.of(Map.of(label, "x"));
            StringBuilder answers = new StringBuilder();
            for (Operator operator : Operator.values()) {
                List<String> values = operator.takesValues() ? List.of("x") : List.of();
                Selector selector = new Selector(List.of(new Requirement("app", operator, values)));
                answers.append(selector.matches(labels)).append(' ');
            }
            return answers.toString().strip();
        }
    }

    record Case(String type, String method, Mutation mutation, String answers) {}

    static List<Case> cases() {
        String requirement = "model.Requirement";
        return List.of(
                new Case(
                        "model.Labels",
                        "isEmpty",
                        new Mutation.Answers(1),
                        "TRUE FALSE TRUE FALSE"),
                new Case(
                        requirement,
                        "in",
                        new Mutation.AnswersConstant("UNKNOWN"),
                        "UNKNOWN UNKNOWN TRUE FALSE"),
                new Case(
                        requirement,
                        "matches",
                        new Mutation.Skips("not", 0),
                        "TRUE TRUE TRUE FALSE"),
                new Case(
                        requirement,
                        "matches",
                        new Mutation.Skips("not", 1),
                        "TRUE FALSE TRUE TRUE"),
                new Case(
                        requirement,
                        "in",
                        new Mutation.Redirects("or", "and", 0),
                        "FALSE TRUE TRUE FALSE"),
                new Case(
                        "model.Selector",
                        "matches",
                        new Mutation.Swaps("TRUE", "FALSE", 0),
                        "FALSE FALSE FALSE FALSE"),
                new Case(
                        "model.Labels",
                        "has",
                        new Mutation.Forces("equals", false, 0),
                        "FALSE TRUE TRUE FALSE"),
                new Case(
                        "model.Truth",
                        "and",
                        new Mutation.AnswersItsArgument(0),
                        "TRUE TRUE TRUE TRUE"),
                new Case("model.Truth", "of", new Mutation.Inverts(0), "FALSE TRUE TRUE FALSE"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_copy_is_wrong_as_told_and_the_original_stays_right(Case wrong) {
        Fault fault =
                new Fault(Ruling.IN_NEEDS_THE_VALUE, wrong.type, wrong.method, wrong.mutation);
        UnaryOperator<String> copy = MutatedCopy.with(fault).instance(Matches.class);
        assertThat(copy.apply("app")).isEqualTo(wrong.answers);
        assertThat(new Matches().apply("app")).isEqualTo("TRUE FALSE TRUE FALSE");
    }

    @Test
    void a_place_that_does_not_exist_is_reported() {
        Fault fault =
                new Fault(
                        Ruling.IN_NEEDS_THE_VALUE,
                        "model.Requirement",
                        "matches",
                        new Mutation.Skips("not", 2));
        assertThatThrownBy(() -> MutatedCopy.with(fault))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nothing to change");
    }
}
