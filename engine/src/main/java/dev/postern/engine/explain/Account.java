package dev.postern.engine.explain;

import dev.postern.engine.Side;
import dev.postern.model.Direction;
import dev.postern.model.Policy;
import java.util.List;

/**
 * What one end's policies say, and why.
 *
 * @param selecting the policies that select the end in this direction
 * @param misses the rules that came near, nearest first; none where a rule decided
 */
public record Account(Direction direction, Side side, List<Policy> selecting, List<Miss> misses) {
    public Account {
        selecting = List.copyOf(selecting);
        misses = List.copyOf(misses);
    }
}
