package dev.postern.engine.explain;

import dev.postern.model.Direction;
import dev.postern.model.Policy;
import dev.postern.model.Rule;
import java.util.List;

/**
 * A rule that would have matched, had a few things been different.
 *
 * @param index of the rule in the policy's section
 */
public record Miss(Policy policy, Direction direction, int index, List<Difference> differences) {
    public Miss {
        differences = List.copyOf(differences);
    }

    public Rule rule() {
        return policy.section(direction).orElseThrow().rules().get(index);
    }

    /** How far away the rule is; small is near. */
    int distance() {
        int sum = 0;
        for (Difference difference : differences) {
            sum += difference.weight();
        }
        return sum;
    }
}
