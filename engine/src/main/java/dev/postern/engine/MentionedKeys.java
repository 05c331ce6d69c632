package dev.postern.engine;

import dev.postern.model.NamespaceScope;
import dev.postern.model.Peer;
import dev.postern.model.Peers;
import dev.postern.model.Policy;
import dev.postern.model.Requirement;
import dev.postern.model.Rule;
import dev.postern.model.Section;
import dev.postern.model.Selector;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The label keys that the selectors of some policies look at. */
record MentionedKeys(Set<String> ofPods, Set<String> ofNamespaces) {

    static MentionedKeys of(List<Policy> policies) {
        MentionedKeys keys = new MentionedKeys(new HashSet<>(), new HashSet<>());
        for (Policy policy : policies) {
            keys.add(policy.subject().namespaces());
            add(policy.subject().pods(), keys.ofPods);
            keys.add(policy.ingress());
            keys.add(policy.egress());
        }
        return keys;
    }

    private void add(Optional<Section> section) {
        if (section.isEmpty()) {
            return;
        }
        for (Rule rule : section.get().rules()) {
            if (rule.peers() instanceof Peers.AnyOf(var peers)) {
                for (Peer peer : peers) {
                    if (peer instanceof Peer.Pods(var namespaces, var pods, _)) {
                        add(namespaces);
                        add(pods, ofPods);
                    }
                }
            }
        }
    }

    private void add(NamespaceScope scope) {
        if (scope instanceof NamespaceScope.Matching(var selector)) {
            add(selector, ofNamespaces);
        }
    }

    private static void add(Selector selector, Set<String> keys) {
        for (Requirement requirement : selector.requirements()) {
            keys.add(requirement.key());
        }
    }

    /** Whether two spaces were made for all of these keys. */
    boolean in(LabelSpace pods, LabelSpace namespaces) {
        return pods.knows(ofPods) && namespaces.knows(ofNamespaces);
    }
}
