package dev.postern.bench;

/** How big a generated cluster is. */
public enum Size {
    S(10, 100, 60, 2),
    M(50, 1000, 500, 5),
    L(200, 10_000, 3000, 5),
    XL(1000, 100_000, 20_000, 5);

    final int namespaces;
    final int pods;
    final int policies;
    final int replicas;

    Size(int namespaces, int pods, int policies, int replicas) {
        this.namespaces = namespaces;
        this.pods = pods;
        this.policies = policies;
        this.replicas = replicas;
    }
}
