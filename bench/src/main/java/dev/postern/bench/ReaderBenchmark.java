package dev.postern.bench;

import dev.postern.reader.ReadRequest;
import dev.postern.reader.Reader;
import dev.postern.reader.Reading;
import dev.postern.reader.UnreadableInput;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Files to a cluster with positions. Targets for each core: 30 MB/s of YAML, 150 MB/s of JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ReaderBenchmark {
    @Param({"OWNED", "DUMP_YAML", "DUMP_JSON"})
    public Form form = Form.OWNED;

    @Param("L")
    public Size size = Size.L;

    private @Nullable GeneratedFiles files;

    /** Counts what was read, so that the result is a rate of megabytes. */
    @State(Scope.Thread)
    @AuxCounters
    public static class Megabytes {
        public double megabytes; // a public field: JMH sets it back for every iteration
    }

    @Setup
    public void write() throws IOException {
        files = GeneratedFiles.of(size, form);
    }

    @TearDown
    public void delete() throws IOException {
        Objects.requireNonNull(files).close();
    }

    @Benchmark
    public Reading read(Megabytes megabytes) throws UnreadableInput {
        Reading reading =
                Reader.read(ReadRequest.of(Objects.requireNonNull(files).folder().toString()));
        megabytes.megabytes += reading.inventory().bytes() / 1e6;
        return reading;
    }
}
