package dev.postern.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.engine.differential.Seeds;
import dev.postern.engine.walk.Walk;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change that is applied only in part shows in a few walks. */
class WalkFaultTest {
    private static final int WALKS = 40;

    static List<Fault> faults() {
        return FaultsOfChange.ALL;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void the_fault_is_caught(Fault fault) {
        UnaryOperator<String> walk = MutatedCopy.with(fault).instance(Walk.class);
        String wrong = "";
        for (int i = 0; i < WALKS && wrong.isEmpty(); i++) {
            wrong = walk.apply(Long.toString(Seeds.given() + i));
        }
        assertThat(wrong).as(fault.toString()).isNotEmpty();
    }
}
