package dev.postern.engine.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.engine.differential.Seeds;
import org.junit.jupiter.api.Test;

class WalkTest {
    private static final int WALKS = 120;

    @Test
    void a_changed_engine_answers_as_a_fresh_one_and_the_older_ones_as_before() {
        long seed = Seeds.given();
        Walk walk = new Walk();
        for (long each = seed; each < seed + WALKS; each++) {
            assertThat(walk.apply(Long.toString(each))).as("-Dpostern.seed=" + each).isEmpty();
        }
        System.out.printf(
                "State walks, seed %d: %d walks of %d steps, %s%n", seed, WALKS, Walk.STEPS, walk);
    }

    @Test
    void and_so_it_does_on_a_path_never_taken_before() {
        long seed = Seeds.fresh();
        System.out.println("State walks, fresh seed " + seed);
        for (long each = seed; each < seed + WALKS / 10; each++) {
            assertThat(new Walk().apply(Long.toString(each)))
                    .as("-Dpostern.seed=" + each)
                    .isEmpty();
        }
    }
}
