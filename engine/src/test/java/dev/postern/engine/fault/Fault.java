package dev.postern.engine.fault;

import dev.postern.engine.reference.Ruling;

/**
 * A mistake to plant.
 *
 * @param decision what is got wrong
 * @param type the class, without {@code dev.postern.}
 */
record Fault(Ruling decision, String type, String method, Mutation mutation) {
    String className() {
        return "dev.postern." + type;
    }

    @Override
    public String toString() {
        return decision.words() + ": " + type + "." + method + " " + mutation;
    }
}
