package dev.postern.engine.map;

import dev.postern.engine.PortVerdicts;
import dev.postern.model.AddressSet;

/** One line of a map: from an end to an end, and what passes. */
public record Lane(Place from, Place to, PortVerdicts ports) {

    /** Where a lane begins or ends. */
    public sealed interface Place {

        /** As the outputs write it. */
        String shown();
    }

    /** A workload or a pod. */
    public record AtStop(Stop stop) implements Place {
        @Override
        public String shown() {
            return stop.shown();
        }
    }

    /** Addresses outside the cluster that lie side by side. */
    public record AtRange(AddressSet.Range range) implements Place {
        @Override
        public String shown() {
            return range.toString();
        }
    }
}
