package dev.postern.engine;

import dev.postern.model.Family;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is judged: the point it goes to, the family it uses, and where namespaces'
 * labels stand at this moment.
 *
 * @param point protocol and port, see {@link dev.postern.model.Protocol#point}
 * @param family null where the ends have none in common: no address block can match then, while
 *     labels do not ask for one
 * @param namespaceShapes the shape of each namespace's labels, by its number
 */
@SuppressWarnings("ArrayRecordComponent") // one array for all questions; never compared
record Question(int point, @Nullable Family family, int[] namespaceShapes) {
    int namespaceShape(Party party) {
        return namespaceShapes[party.namespace()];
    }
}
