package dev.postern.engine;

import dev.postern.model.Family;

/**
 * A connection that is judged: the point it goes to, the family it uses, and where namespaces'
 * labels stand at this moment.
 *
 * @param point protocol and port, see {@link dev.postern.model.Protocol#point}
 * @param namespaceShapes the shape of each namespace's labels, by its number
 */
@SuppressWarnings("ArrayRecordComponent") // one array for all questions; never compared
record Question(int point, Family family, int[] namespaceShapes) {
    int namespaceShape(Party party) {
        return namespaceShapes[party.namespace()];
    }
}
