package dev.postern.engine;

import dev.postern.engine.CompiledPolicy.CompiledSection;
import dev.postern.engine.CompiledRule.NamedPort;
import dev.postern.engine.CompiledRule.PodPeer;
import dev.postern.model.AddressSet;
import dev.postern.model.NamespaceScope;
import dev.postern.model.Peer;
import dev.postern.model.Peers;
import dev.postern.model.Placement;
import dev.postern.model.Policy;
import dev.postern.model.PortSet;
import dev.postern.model.Ports;
import dev.postern.model.Rule;
import dev.postern.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Turns policies of every dialect into the compiled form, and places them in layers and tiers. */
final class Lowering {
    /** Where NetworkPolicies stand: additive, behind cluster policies, before baselines. */
    static final Tier NETWORK_POLICIES =
            new Tier(Tier.Layer.NETWORK, 1, "NetworkPolicy", Tier.Order.UNION);

    private static final Tier ADMIN =
            new Tier(Tier.Layer.NETWORK, 0, "Admin", Tier.Order.FIRST_MATCH);
    private static final Tier BASELINE =
            new Tier(Tier.Layer.NETWORK, 2, "Baseline", Tier.Order.FIRST_MATCH);

    private final LabelSpace podLabels;
    private final LabelSpace namespaceLabels;
    private final AddressSet podRange;
    private final ToIntFunction<String> namespaceNumber;

    /**
     * @param namespaceNumber the number of a namespace by its name; gives out a new one where the
     *     name is new
     */
    Lowering(
            LabelSpace podLabels,
            LabelSpace namespaceLabels,
            AddressSet podRange,
            ToIntFunction<String> namespaceNumber) {
        this.podLabels = podLabels;
        this.namespaceLabels = namespaceLabels;
        this.podRange = podRange;
        this.namespaceNumber = namespaceNumber;
    }

    CompiledPolicy lower(Policy policy) {
        int namespace = Party.NO_NAMESPACE;
        SelectorBits namespaces = null;
        switch (policy.subject().namespaces()) {
            case NamespaceScope.Only(String name) -> namespace = namespaceNumber.applyAsInt(name);
            case NamespaceScope.Matching(var selector) ->
                    namespaces = namespaceLabels.bits(selector);
        }
        return new CompiledPolicy(
                policy,
                tier(policy.placement()),
                order(policy.placement()),
                namespace,
                namespaces,
                podLabels.bits(policy.subject().pods()),
                lower(policy, policy.ingress()),
                lower(policy, policy.egress()));
    }

    private static Tier tier(Placement placement) {
        return switch (placement) {
            case Placement.Additive() -> NETWORK_POLICIES;
            case Placement.Tiered(String tier, _) ->
                    tier.equals(BASELINE.name()) ? BASELINE : ADMIN;
        };
    }

    private static double order(Placement placement) {
        return switch (placement) {
            case Placement.Additive() -> 0;
            case Placement.Tiered(_, double order) -> order;
        };
    }

    private @Nullable CompiledSection lower(Policy policy, Optional<Section> section) {
        if (section.isEmpty()) {
            return null;
        }
        List<CompiledRule> rules = new ArrayList<>(section.get().rules().size());
        for (Rule rule : section.get().rules()) {
            rules.add(lower(rule, new Because.ByRule(policy, rules.size())));
        }
        return new CompiledSection(section.get().isolates(), rules);
    }

    private CompiledRule lower(Rule rule, Because.ByRule because) {
        boolean anyone = false;
        List<PodPeer> pods = new ArrayList<>();
        AddressSet blocks = AddressSet.NONE;
        switch (rule.peers()) {
            case Peers.Anyone() -> anyone = true;
            case Peers.AnyOf(var peers) -> {
                for (Peer peer : peers) {
                    switch (peer) {
                        case Peer.Pods of -> pods.add(lower(of));
                        case Peer.Block block -> blocks = blocks.or(block.addresses());
                    }
                }
            }
        }
        PortSet ports = PortSet.NONE;
        List<NamedPort> named = new ArrayList<>();
        switch (rule.ports()) {
            case Ports.All() -> ports = PortSet.ALL;
            case Ports.AnyOf(var matches) -> {
                for (Ports.Match match : matches) {
                    switch (match.port()) {
                        case Ports.Port.Any() ->
                                ports = ports.or(PortSet.protocol(match.protocol()));
                        case Ports.Port.Range(int from, int to) ->
                                ports = ports.or(PortSet.range(match.protocol(), from, to));
                        case Ports.Port.Named(String name) ->
                                named.add(new NamedPort(match.protocol(), name));
                    }
                }
            }
        }
        return new CompiledRule(
                rule.action(), anyone, pods, blocks, podRange, ports, named, because);
    }

    private PodPeer lower(Peer.Pods peer) {
        SelectorBits pods = podLabels.bits(peer.pods());
        return switch (peer.namespaces()) {
            case NamespaceScope.Only(String name) ->
                    new PodPeer(namespaceNumber.applyAsInt(name), null, pods);
            case NamespaceScope.Matching(var selector) ->
                    new PodPeer(Party.NO_NAMESPACE, namespaceLabels.bits(selector), pods);
        };
    }
}
