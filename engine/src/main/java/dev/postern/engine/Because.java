package dev.postern.engine;

import dev.postern.model.Gap;
import dev.postern.model.Policy;
import java.util.List;

/** Why one side of a connection answers as it does. */
public sealed interface Because {

    /** The end is not a pod that policies apply to: an address outside, or a node. */
    record NotAPod() implements Because {}

    /** No policy isolates the pod in this direction. */
    record NotIsolated() implements Because {}

    /**
     * A rule decided.
     *
     * @param rule the rule's index in the policy's section of this direction
     */
    record ByRule(Policy policy, int rule) implements Because {}

    /** Policies isolate the pod, and no rule of them matches. */
    record NoRuleMatches(List<Policy> isolating) implements Because {
        public NoRuleMatches {
            isolating = List.copyOf(isolating);
        }
    }

    /** A pod can't block itself. */
    record Itself() implements Because {}

    /** The pod's own node always reaches it: the kubelet's probes come from there. */
    record OwnNode() implements Because {}

    /** The pod has succeeded or failed, and has no network any more. */
    record Finished() implements Because {}

    /** The answer hangs on something that the input does not say. */
    record NotKnown(String what) implements Because {}

    /** The answer hangs on a document that could not be read. */
    record Unreadable(Gap gap) implements Because {}
}
