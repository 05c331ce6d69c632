package dev.postern.engine.fault;

import dev.postern.engine.fault.Mutation.Answers;
import dev.postern.engine.fault.Mutation.AnswersItsArgument;
import dev.postern.engine.fault.Mutation.Inverts;
import dev.postern.engine.fault.Mutation.Skips;
import java.util.List;

/** Mistakes of an engine that applies a change in part only, or to an older value too. */
final class FaultsOfChange {
    static final List<Fault> ALL =
            List.of(
                    new Fault(
                            "a policy's change reaches no pod that was there before",
                            "engine.NamespaceState",
                            "selects",
                            new Answers(0)),
                    new Fault(
                            "a pod that goes keeps its address",
                            "engine.AddressIndex",
                            "without",
                            new AnswersItsArgument(0)),
                    new Fault(
                            "a new pod's address leads nowhere",
                            "engine.AddressIndex",
                            "with",
                            new AnswersItsArgument(0)),
                    new Fault(
                            "an older value sees the policies of the newer one",
                            "engine.NamespaceState",
                            "reselected",
                            new Skips("clone", 0)),
                    new Fault(
                            "a relabelled namespace keeps its old labels",
                            "engine.Compilation",
                            "set",
                            new Inverts(0)),
                    new Fault(
                            "a selector with a key never used before matches as if no pod had it",
                            "engine.MentionedKeys",
                            "in",
                            new Answers(1)),
                    new Fault(
                            "a removed service stays",
                            "engine.NamespaceState",
                            "withoutService",
                            new AnswersItsArgument(0)));

    private FaultsOfChange() {}
}
