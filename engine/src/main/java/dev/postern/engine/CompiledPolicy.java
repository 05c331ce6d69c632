package dev.postern.engine;

import dev.postern.model.Direction;
import dev.postern.model.Policy;
import dev.postern.model.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy, ready to be asked whom it selects and what its rules match. */
final class CompiledPolicy {
    private final Policy policy;
    private final Tier tier;
    private final double order;
    private final int namespace;
    private final @Nullable SelectorBits namespaces;
    private final SelectorBits pods;
    private final @Nullable CompiledSection ingress;
    private final @Nullable CompiledSection egress;

    /** The rules of one direction. */
    record CompiledSection(boolean isolates, List<CompiledRule> rules) {}

    CompiledPolicy(
            Policy policy,
            Tier tier,
            double order,
            int namespace,
            @Nullable SelectorBits namespaces,
            SelectorBits pods,
            @Nullable CompiledSection ingress,
            @Nullable CompiledSection egress) {
        this.policy = policy;
        this.tier = tier;
        this.order = order;
        this.namespace = namespace;
        this.namespaces = namespaces;
        this.pods = pods;
        this.ingress = ingress;
        this.egress = egress;
    }

    Policy policy() {
        return policy;
    }

    Tier tier() {
        return tier;
    }

    double order() {
        return order;
    }

    /** The one namespace whose pods it can select, or {@link Party#NO_NAMESPACE} for any. */
    int namespace() {
        return namespace;
    }

    @Nullable CompiledSection section(Direction direction) {
        return direction == Direction.INGRESS ? ingress : egress;
    }

    /** Whether the pods of a namespace that have these labels are among its subjects. */
    Truth selects(int inNamespace, int namespaceShape, int podShape) {
        Truth in =
                namespaces == null
                        ? Truth.of(namespace == inNamespace)
                        : namespaces.matches(namespaceShape);
        return in == Truth.FALSE ? in : in.and(pods.matches(podShape));
    }
}
