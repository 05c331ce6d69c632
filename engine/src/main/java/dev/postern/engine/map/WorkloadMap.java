package dev.postern.engine.map;

import dev.postern.engine.ConnectionMap;
import dev.postern.engine.ConnectionMap.Outside;
import dev.postern.engine.Engine;
import dev.postern.engine.PortVerdicts;
import dev.postern.model.AddressSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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

    /**
     * Which lanes are wanted, and what of them.
     *
     * @param either holds for one end of a lane at least
     * @param inside whether lanes between workloads are wanted
     * @param outwards whether lanes to addresses outside are
     * @param inwards whether lanes from addresses outside are
     * @param view what is shown of the connections of a pair; a lane with nothing left is dropped
     */
    public record Filter(
            Predicate<Stop> from,
            Predicate<Stop> to,
            Predicate<Stop> either,
            boolean inside,
            boolean outwards,
            boolean inwards,
            UnaryOperator<PortVerdicts> view) {
        public static final Filter ALL =
                new Filter(
                        _ -> true,
                        _ -> true,
                        _ -> true,
                        true,
                        true,
                        true,
                        UnaryOperator.identity());
    }

    /** Hands on every lane of which something is to be seen. */
    public void lanes(Filter filter, Consumer<Lane> each) {
        List<Lane.AtStop> from = places(filter.from);
        List<Lane.AtStop> to = places(filter.to);
        Row row = new Row(filter.view);
        for (Lane.AtStop source : from) {
            boolean wanted = filter.either.test(source.stop());
            if (filter.inside) {
                row.turnTo(source.stop().classNumber());
                for (Lane.AtStop destination : to) {
                    PortVerdicts ports = row.ports[destination.stop().classNumber()];
                    if (!ports.isNothing()
                            && (wanted || filter.either.test(destination.stop()))
                            && !isItself(source.stop(), destination.stop())) {
                        each.accept(new Lane(source, destination, ports));
                    }
                }
            }
            if (filter.outwards && wanted) {
                ranges(
                        classes.outsideOf(source.stop().classNumber()),
                        filter,
                        (range, ports) -> each.accept(new Lane(source, range, ports)));
            }
        }
        for (Lane.AtStop destination : filter.inwards ? to : List.<Lane.AtStop>of()) {
            if (filter.either.test(destination.stop())) {
                ranges(
                        classes.outsideTo(destination.stop().classNumber()),
                        filter,
                        (range, ports) -> each.accept(new Lane(range, destination, ports)));
            }
        }
    }

    /** Neighbouring ranges of which the same is to be seen become one. */
    private void ranges(
            List<Outside> outsides, Filter filter, BiConsumer<Lane.AtRange, PortVerdicts> each) {
        Map<PortVerdicts, AddressSet> alike = new LinkedHashMap<>();
        for (Outside outside : outsides) {
            PortVerdicts seen = filter.view.apply(engine.profile().effect(outside.ports()));
            if (!seen.isNothing()) {
                alike.merge(seen, outside.addresses(), AddressSet::or);
            }
        }
        alike.forEach((ports, addresses) -> {
            for (AddressSet.Range range : addresses.ranges()) {
                each.accept(new Lane.AtRange(range), ports);
            }
        });
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
        private final UnaryOperator<PortVerdicts> view;
        private final PortVerdicts[] ports = new PortVerdicts[classes.size()];
        private final PortVerdicts nothing;
        private int of = -1;

        Row(UnaryOperator<PortVerdicts> view) {
            this.view = view;
            this.nothing = seen(PortVerdicts.NOTHING);
        }

        private PortVerdicts seen(PortVerdicts policies) {
            return view.apply(engine.profile().effect(policies));
        }

        void turnTo(int source) {
            if (of != source) {
                of = source;
                Arrays.fill(ports, nothing);
                classes.row(source, (to, own) -> ports[to] = seen(own));
            }
        }
    }
}
