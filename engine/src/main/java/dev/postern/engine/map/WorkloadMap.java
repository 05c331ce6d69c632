package dev.postern.engine.map;

import dev.postern.engine.ConnectionMap;
import dev.postern.engine.ConnectionMap.Outside;
import dev.postern.engine.Engine;
import dev.postern.engine.PortVerdicts;
import dev.postern.model.AddressSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who can talk to whom, workload by workload. Lanes come in order of source and destination, and
 * each is handed on before the next is known.
 */
public final class WorkloadMap {
    private final Engine engine;
    private final ConnectionMap classes;
    private final List<Stop> stops;

    private WorkloadMap(Engine engine) {
        this.engine = engine;
        this.classes = engine.map();
        this.stops = Stops.of(engine.cluster(), classes);
    }

    public static WorkloadMap of(Engine engine) {
        return new WorkloadMap(engine);
    }

    public List<Stop> stops() {
        return stops;
    }

    /** The lanes between workloads as rectangles between groups of them. */
    public GroupedMap grouped() {
        return new GroupedMap(classes, stops, engine.profile());
    }

    /** Which lanes are wanted. */
    public record Filter(
            Predicate<Stop> from, Predicate<Stop> to, boolean inside, boolean outside) {
        public static final Filter ALL = new Filter(_ -> true, _ -> true, true, true);
    }

    /** Hands on every lane on which something passes, or may. */
    public void lanes(Filter filter, Consumer<Lane> each) {
        List<Lane.AtStop> from = places(filter.from);
        List<Lane.AtStop> to = places(filter.to);
        Row row = new Row();
        for (Lane.AtStop source : from) {
            if (filter.inside) {
                row.turnTo(source.stop().classNumber());
                for (Lane.AtStop destination : to) {
                    PortVerdicts ports = row.ports[destination.stop().classNumber()];
                    if (ports != null && !isItself(source.stop(), destination.stop())) {
                        each.accept(new Lane(source, destination, ports));
                    }
                }
            }
            if (filter.outside) {
                for (Outside outside : classes.outsideOf(source.stop().classNumber())) {
                    PortVerdicts ports = engine.profile().effect(outside.ports());
                    for (AddressSet.Range range : outside.addresses().ranges()) {
                        each.accept(new Lane(source, new Lane.AtRange(range), ports));
                    }
                }
            }
        }
        if (filter.outside) {
            for (Lane.AtStop destination : to) {
                for (Outside outside : classes.outsideTo(destination.stop().classNumber())) {
                    PortVerdicts ports = engine.profile().effect(outside.ports());
                    for (AddressSet.Range range : outside.addresses().ranges()) {
                        each.accept(new Lane(new Lane.AtRange(range), destination, ports));
                    }
                }
            }
        }
    }

    private List<Lane.AtStop> places(Predicate<Stop> wanted) {
        List<Lane.AtStop> places = new ArrayList<>();
        for (Stop stop : stops) {
            if (wanted.test(stop)) {
                places.add(new Lane.AtStop(stop));
            }
        }
        return places;
    }

    /** A single pod always reaches itself: that says nothing. */
    private static boolean isItself(Stop source, Stop destination) {
        return source.pods() <= 1 && source.name().equals(destination.name());
    }

    /** The row of one class; pods of a workload lie side by side, so the last one is kept. */
    private final class Row {
        private final @Nullable PortVerdicts[] ports = new @Nullable PortVerdicts[classes.size()];
        private int of = -1;

        void turnTo(int source) {
            if (of == source) {
                return;
            }
            of = source;
            Arrays.fill(ports, null);
            classes.row(source, (to, own) -> ports[to] = own);
            if (engine.profile().changesAnything()) {
                for (int i = 0; i < ports.length; i++) {
                    PortVerdicts own = ports[i] == null ? PortVerdicts.NOTHING : ports[i];
                    ports[i] = engine.profile().effect(own);
                }
            }
        }
    }
}
