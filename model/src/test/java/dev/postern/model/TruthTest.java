package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    a       | b       | and     | or
                    FALSE   | FALSE   | FALSE   | FALSE
                    FALSE   | UNKNOWN | FALSE   | UNKNOWN
                    FALSE   | TRUE    | FALSE   | TRUE
                    UNKNOWN | FALSE   | FALSE   | UNKNOWN
                    UNKNOWN | UNKNOWN | UNKNOWN | UNKNOWN
                    UNKNOWN | TRUE    | UNKNOWN | TRUE
                    TRUE    | FALSE   | FALSE   | TRUE
                    TRUE    | UNKNOWN | UNKNOWN | TRUE
                    TRUE    | TRUE    | TRUE    | TRUE
                    """)
    void what_is_not_known_counts_only_where_it_could_decide(
            Truth a, Truth b, Truth and, Truth or) {
        assertThat(a.and(b)).isEqualTo(and);
        assertThat(a.or(b)).isEqualTo(or);
    }

    @ParameterizedTest
    @CsvSource({"FALSE, TRUE", "UNKNOWN, UNKNOWN", "TRUE, FALSE"})
    void not_knowing_something_is_not_knowing_its_opposite(Truth truth, Truth opposite) {
        assertThat(truth.not()).isEqualTo(opposite);
    }

    @Test
    void a_plain_answer_is_never_unknown() {
        assertThat(Truth.of(true)).isEqualTo(Truth.TRUE);
        assertThat(Truth.of(false)).isEqualTo(Truth.FALSE);
    }
}
