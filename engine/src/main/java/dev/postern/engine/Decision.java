package dev.postern.engine;

/**
 * The answer to one connection: allowed where both sides allow it. Denied AND unknown is denied.
 *
 * @param verdict what will happen in this cluster
 * @param policyVerdict what the policies say; differs where the CNI does not enforce them
 */
public record Decision(Verdict verdict, Verdict policyVerdict, Side egress, Side ingress) {}
