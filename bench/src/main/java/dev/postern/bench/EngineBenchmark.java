package dev.postern.bench;

import dev.postern.engine.Change;
import dev.postern.engine.Decision;
import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.engine.Profile;
import dev.postern.model.Cluster;
import dev.postern.model.Labels;
import dev.postern.model.Namespace;
import dev.postern.model.Origin;
import dev.postern.model.Pod;
import dev.postern.model.PodRange;
import dev.postern.model.Policy;
import dev.postern.model.Protocol;
import dev.postern.model.Requirement;
import dev.postern.model.Selector;
import dev.postern.model.Subject;
import dev.postern.reader.ReadRequest;
import dev.postern.reader.Reader;
import dev.postern.reader.UnreadableInput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The engine on a cluster of live pods. Targets: a decision at L in 1 us; compiling L in 0.5 s and
 * XL in 4 s; at XL a pod or a label changed in 1 ms, a policy in 10 ms, 99 times of 100.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class EngineBenchmark {
    private static final Cluster NOTHING =
            new Cluster(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    PodRange.assumed(true, false),
                    List.of());
    private static final int QUESTIONS = 1 << 14;

    /** Selectors look at this label, and one of the values is new to them. */
    private static final List<String> TRACKS = List.of("stable", "canary", "blue");

    @Param({"L", "XL"})
    public Size size = Size.L;

    private final Random random = new Random(Generate.SEED);
    private final End[] sources = new End[QUESTIONS];
    private final End[] destinations = new End[QUESTIONS];
    private final int[] ports = new int[QUESTIONS];
    private Cluster cluster = NOTHING;
    private Engine engine = Engine.compile(NOTHING, Profile.ASSUMED);
    private int next;

    @Setup
    public void read() throws IOException, UnreadableInput {
        try (GeneratedFiles files = GeneratedFiles.of(size, Form.OWNED)) {
            cluster = Reader.read(ReadRequest.of(files.folder().toString())).cluster();
        }
        engine = Engine.compile(cluster, Profile.ASSUMED);
        List<Integer> all = List.copyOf(PolicyMix.PORTS.values());
        for (int i = 0; i < QUESTIONS; i++) {
            sources[i] = new End.OfPod(pod().name());
            destinations[i] = new End.OfPod(pod().name());
            ports[i] = all.get(random.nextInt(all.size()));
        }
    }

    private Pod pod() {
        return cluster.pods().get(random.nextInt(cluster.pods().size()));
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public Engine compile() {
        return Engine.compile(cluster, Profile.ASSUMED);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public Decision decide() {
        int i = next++ & QUESTIONS - 1;
        return engine.decide(sources[i], destinations[i], Protocol.TCP, ports[i]);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Decision relabelPod() {
        Pod pod = pod();
        Labels labels = pod.labels().with("track", TRACKS.get(random.nextInt(TRACKS.size())));
        Pod changed =
                new Pod(
                        pod.name(),
                        pod.workload(),
                        pod.replicas(),
                        labels,
                        pod.addresses(),
                        pod.node(),
                        pod.hostNetwork(),
                        pod.phase(),
                        pod.serviceAccount(),
                        pod.ports(),
                        pod.portsComplete(),
                        pod.origin());
        return ask(new Change.PutPod(changed), new End.OfPod(pod.name()));
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Decision relabelNamespace() {
        Pod pod = pod();
        List<String> environments = PolicyMix.ENVIRONMENTS;
        Labels labels =
                Labels.of(
                        Map.of(
                                "team",
                                "red",
                                "env",
                                environments.get(random.nextInt(environments.size()))));
        Origin origin = new Origin.Implied("the benchmark");
        return ask(
                new Change.PutNamespace(new Namespace(pod.namespace(), labels, true, origin)),
                new End.OfPod(pod.name()));
    }

    /** Another subject and other rules under the same name. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Decision changePolicy() {
        Policy policy = policy();
        Policy other = policy();
        Subject subject = new Subject(policy.subject().namespaces(), other.subject().pods());
        return ask(new Change.PutPolicy(like(policy, subject, other)), new End.OfPod(pod().name()));
    }

    /** A selector that looks at a label that no other did. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public Decision firstUseOfALabelKey() {
        Policy policy = policy();
        Selector selector = new Selector(List.of(Requirement.equal("version", "v1")));
        Subject subject = new Subject(policy.subject().namespaces(), selector);
        return ask(
                new Change.PutPolicy(like(policy, subject, policy)), new End.OfPod(pod().name()));
    }

    private Policy policy() {
        return cluster.policies().get(random.nextInt(cluster.policies().size()));
    }

    private static Policy like(Policy policy, Subject subject, Policy rules) {
        return new Policy(
                policy.name(),
                policy.dialect(),
                policy.placement(),
                subject,
                rules.ingress(),
                rules.egress(),
                policy.origin());
    }

    /** With a question after the change: an engine may put work off until it is asked. */
    private Decision ask(Change change, End destination) {
        int i = next++ & QUESTIONS - 1;
        return engine.with(change).decide(sources[i], destination, Protocol.TCP, ports[i]);
    }
}
