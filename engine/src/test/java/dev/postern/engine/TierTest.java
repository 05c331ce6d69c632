package dev.postern.engine;

import static dev.postern.engine.Verdict.ALLOWED;
import static dev.postern.engine.Verdict.DENIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Action;
import dev.postern.model.Cluster;
import dev.postern.model.Dialect;
import dev.postern.model.NamespaceScope;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.model.Peer;
import dev.postern.model.Peers;
import dev.postern.model.Placement;
import dev.postern.model.Policy;
import dev.postern.model.PortSet;
import dev.postern.model.Ports;
import dev.postern.model.Protocol;
import dev.postern.model.Requirement;
import dev.postern.model.Rule;
import dev.postern.model.Section;
import dev.postern.model.Selector;
import dev.postern.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tiers around NetworkPolicy, with policies as values: no reader makes them yet. */
class TierTest {
    private static final Origin HERE = new Origin.Implied("a test");
    private static final String PODS =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, labels: {app: web}}
            spec: {containers: [{name: c, image: i}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api}
            spec:
              selector: {matchLabels: {app: api}}
              template:
                metadata: {labels: {app: api}}
                spec: {containers: [{name: c, image: i}]}
            """;
    private static final End WEB = new End.OfPod(new ObjectName("Pod", "default", "web"));
    private static final End API = new End.OfPod(new ObjectName("Deployment", "default", "api"));

    private static Rule rule(Action action, String key, String value, int from, int to) {
        Selector pods = new Selector(List.of(Requirement.equal(key, value)));
        Peer peer = new Peer.Pods(new NamespaceScope.Only("default"), pods, HERE);
        Ports ports =
                new Ports.AnyOf(
                        List.of(
                                new Ports.Match(
                                        Protocol.TCP, new Ports.Port.Range(from, to), HERE)));
        return new Rule(action, new Peers.AnyOf(List.of(peer)), ports, HERE);
    }

    private static Rule fromWeb(Action action) {
        return rule(action, "app", "web", 80, 80);
    }

    private static Policy toApi(Placement placement, boolean isolates, Rule... rules) {
        return policy("p-" + placement, placement, "app", "api", isolates, List.of(rules));
    }

    private static Policy policy(
            String name,
            Placement placement,
            String key,
            String value,
            boolean isolates,
            List<Rule> rules) {
        return new Policy(
                new ObjectName("Policy", "default", name),
                Dialect.KUBERNETES,
                placement,
                new Subject(
                        new NamespaceScope.Only("default"),
                        new Selector(List.of(Requirement.equal(key, value)))),
                Optional.of(new Section(isolates, rules)),
                Optional.empty(),
                HERE);
    }

    private static Engine engine(List<Policy> policies) {
        Cluster pods = Manifests.read(PODS);
        return Engine.compile(
                new Cluster(
                        pods.namespaces(),
                        pods.pods(),
                        pods.services(),
                        pods.endpointSlices(),
                        pods.nodes(),
                        pods.ingressPaths(),
                        policies,
                        pods.podRange(),
                        pods.gaps()),
                Profile.ASSUMED);
    }

    private static Verdict decide(Policy... policies) {
        return engine(List.of(policies)).decide(WEB, API, Protocol.TCP, 80).verdict();
    }

    private static final Placement ADMIN = new Placement.Tiered("Admin", 10);
    private static final Placement LATER = new Placement.Tiered("Admin", 20);
    private static final Placement BASELINE = new Placement.Tiered("Baseline", 0);
    private static final Placement TEAM = new Placement.Additive();

    @Test
    void what_the_first_tier_decides_no_network_policy_changes() {
        Policy closed = toApi(TEAM, true);
        Policy opened = toApi(TEAM, true, fromWeb(Action.ALLOW));
        assertThat(decide(toApi(ADMIN, false, fromWeb(Action.ALLOW)), closed)).isEqualTo(ALLOWED);
        assertThat(decide(toApi(ADMIN, false, fromWeb(Action.DENY)), opened)).isEqualTo(DENIED);
    }

    @Test
    void the_lower_order_is_asked_first() {
        Policy allows = toApi(ADMIN, false, fromWeb(Action.ALLOW));
        Policy denies = toApi(LATER, false, fromWeb(Action.DENY));
        assertThat(decide(denies, allows)).isEqualTo(ALLOWED);
    }

    @Test
    void pass_leaves_the_decision_to_the_next_tier() {
        Policy passes = toApi(ADMIN, false, fromWeb(Action.PASS), fromWeb(Action.DENY));
        assertThat(decide(passes)).isEqualTo(ALLOWED);
        assertThat(decide(passes, toApi(TEAM, true))).isEqualTo(DENIED);
    }

    @Test
    void the_last_tier_counts_only_where_no_network_policy_isolates() {
        Policy baseline = toApi(BASELINE, false, fromWeb(Action.DENY));
        assertThat(decide(baseline)).isEqualTo(DENIED);
        assertThat(decide(baseline, toApi(TEAM, true, fromWeb(Action.ALLOW)))).isEqualTo(ALLOWED);
    }

    @Test
    void in_a_tier_without_order_a_deny_beats_every_allow() {
        Policy mixed = toApi(TEAM, true, fromWeb(Action.ALLOW), fromWeb(Action.DENY));
        assertThat(decide(mixed)).isEqualTo(DENIED);
    }

    @Test
    void all_ports_at_once_are_judged_as_one_by_one_in_every_tier() {
        Random random = new Random(20261121);
        int[] seen = new int[Verdict.values().length];
        for (int i = 0; i < 2_000; i++) {
            Engine engine = engine(policies(random));
            ConnectionMap map = engine.map();
            PortVerdicts all =
                    map.between(
                            map.classOf(((End.OfPod) WEB).pod()),
                            map.classOf(((End.OfPod) API).pod()));
            for (int port = 79; port <= 84; port++) {
                Verdict one = engine.decide(WEB, API, Protocol.TCP, port).verdict();
                int point = Protocol.TCP.point(port);
                assertThat(verdict(all, point)).as("case %d, port %d", i, port).isEqualTo(one);
                seen[one.ordinal()]++;
            }
        }
        assertThat(seen[ALLOWED.ordinal()]).isGreaterThan(1_000);
        assertThat(seen[DENIED.ordinal()]).isGreaterThan(1_000);
        assertThat(seen[Verdict.UNKNOWN.ordinal()]).isGreaterThan(1_000);
    }

    /** Labels that controllers add have unknown values, so some of these may match. */
    private static List<Policy> policies(Random random) {
        List<Policy> policies = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Placement placement =
                    switch (random.nextInt(3)) {
                        case 0 -> new Placement.Tiered("Admin", random.nextInt(3) * 10 + i);
                        case 1 -> new Placement.Tiered("Baseline", i);
                        default -> TEAM;
                    };
            List<Rule> rules = new ArrayList<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                int from = 80 + random.nextInt(3);
                boolean additive = placement.equals(TEAM);
                Action action = Action.values()[random.nextInt(additive ? 2 : 3)];
                rules.add(
                        random.nextInt(3) == 0
                                ? anyone(action, from)
                                : rule(action, "app", "web", from, from + random.nextInt(2)));
            }
            boolean sure = random.nextInt(3) > 0;
            policies.add(
                    policy(
                            "p" + i,
                            placement,
                            sure ? "app" : "pod-template-hash",
                            sure ? "api" : "5d59d67564",
                            placement.equals(TEAM),
                            rules));
        }
        return policies;
    }

    private static Rule anyone(Action action, int port) {
        return new Rule(
                action,
                new Peers.Anyone(),
                new Ports.AnyOf(
                        List.of(
                                new Ports.Match(
                                        Protocol.TCP, new Ports.Port.Range(port, port), HERE))),
                HERE);
    }

    private static Verdict verdict(PortVerdicts all, int point) {
        PortSet allowed = all.allowed();
        return allowed.contains(point)
                ? ALLOWED
                : all.unknown().contains(point) ? Verdict.UNKNOWN : DENIED;
    }
}
