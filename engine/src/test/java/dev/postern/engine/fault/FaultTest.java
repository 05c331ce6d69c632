package dev.postern.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.postern.engine.differential.Difference;
import dev.postern.engine.differential.EngineAnswers;
import dev.postern.engine.differential.Scene;
import dev.postern.engine.differential.Seeds;
import dev.postern.engine.reference.Answer;
import dev.postern.engine.reference.Reference;
import dev.postern.engine.reference.Ruling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each planted fault shows in a few random clusters. */
class FaultTest {
    private static final int CLUSTERS = 300;
    private static final int QUESTIONS = 50;

    private static final List<Judged> JUDGED = new ArrayList<>();

    /** A scene and the right answers. */
    private record Judged(Scene scene, List<Answer> answers) {}

    @BeforeAll
    static void judge() {
        for (int i = 0; i < CLUSTERS; i++) {
            Scene scene = Scene.of(Seeds.given() + i, QUESTIONS);
            Reference reference = new Reference(scene.objects());
            JUDGED.add(
                    new Judged(scene, scene.questions().stream().map(reference::answer).toList()));
        }
    }

    static List<Fault> faults() {
        return Faults.ALL;
    }

    @Test
    void there_is_a_fault_for_many_decisions() {
        Set<String> decisions = new HashSet<>();
        faults().forEach(fault -> decisions.add(fault.decision()));
        assertThat(decisions).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void the_fault_is_caught(Fault fault) {
        UnaryOperator<String> engine = MutatedCopy.with(fault).instance(EngineAnswers.class);
        for (int i = 0; i < JUDGED.size(); i++) {
            Judged judged = JUDGED.get(i);
            Optional<Difference> difference =
                    Difference.first(judged.scene, judged.answers, engine);
            if (difference.isPresent()) {
                System.out.printf(
                        "Fault caught in cluster %d (%s, not %s): %s%n",
                        i + 1,
                        difference.get().actual(),
                        difference.get().expected(),
                        fault.decision());
                return;
            }
        }
        fail("no difference in " + CLUSTERS + " clusters: " + fault);
    }

    @Test
    void a_difference_is_told_with_the_smallest_case_that_still_differs() {
        Fault fault =
                new Fault(
                        Ruling.NOT_IN_MATCHES_A_MISSING_KEY,
                        "model.Requirement",
                        "matches",
                        new Mutation.Skips("not", 0));
        UnaryOperator<String> engine = MutatedCopy.with(fault).instance(EngineAnswers.class);
        Difference difference =
                JUDGED.stream()
                        .map(judged -> Difference.first(judged.scene, judged.answers, engine))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow();
        String told = difference.describe(engine);
        assertThat(told)
                .contains("-Dpostern.seed=" + difference.scene().seed())
                .contains(difference.question().source())
                .contains("NotIn")
                .doesNotContain("ports:");
        assertThat(told.length()).isLessThan(difference.scene().yaml().length() / 2);
    }
}
