package dev.postern.bench;

import dev.postern.engine.Change;
import dev.postern.engine.Decision;
import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.engine.Profile;
import dev.postern.model.Cluster;
import dev.postern.model.Namespace;
import dev.postern.model.Pod;
import dev.postern.model.PodRange;
import dev.postern.model.Protocol;
import dev.postern.reader.ReadRequest;
import dev.postern.reader.Reader;
import dev.postern.reader.UnreadableInput;
import java.io.IOException;
import java.util.List;
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
    public Engine removePod() {
        return engine.with(new Change.RemovePod(pod().name()));
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Engine relabelNamespace() {
        Namespace namespace = cluster.namespaces().get(random.nextInt(cluster.namespaces().size()));
        String environment =
                PolicyMix.ENVIRONMENTS.get(random.nextInt(PolicyMix.ENVIRONMENTS.size()));
        return engine.with(
                new Change.PutNamespace(
                        new Namespace(
                                namespace.name(),
                                namespace.labels().with("env", environment),
                                namespace.declared(),
                                namespace.origin())));
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Engine removePolicy() {
        return engine.with(
                new Change.RemovePolicy(
                        cluster.policies().get(random.nextInt(cluster.policies().size())).name()));
    }
}
