package dev.postern.engine.fault;

import dev.postern.engine.reference.Ruling;

/**
 * A mistake to plant.
 *
 * @param decision what is got wrong, in words
 * @param type the class, without {@code dev.postern.}
 */
record Fault(String decision, String type, String method, Mutation mutation) {

    Fault(Ruling decision, String type, String method, Mutation mutation) {
        this(decision.words(), type, method, mutation);
    }

    String className() {
        return "dev.postern." + type;
    }

    @Override
    public String toString() {
        return decision + ": " + type + "." + method + " " + mutation;
    }
}
