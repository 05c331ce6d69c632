package dev.postern.engine.map;

import dev.postern.engine.ConnectionMap;
import dev.postern.model.Cluster;
import dev.postern.model.ObjectName;
import dev.postern.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the ends of a map: workloads, and single pods where a workload's are not treated alike. */
final class Stops {

    private Stops() {}

    /** In order of name. */
    static List<Stop> of(Cluster cluster, ConnectionMap map) {
        Map<ObjectName, List<Pod>> workloads = new TreeMap<>();
        for (Pod pod : cluster.pods()) {
            if (map.classOf(pod.name()) >= 0) {
                workloads.computeIfAbsent(pod.workload(), _ -> new ArrayList<>()).add(pod);
            }
        }
        List<Stop> stops = new ArrayList<>();
        workloads.forEach((name, pods) -> add(name, pods, map, stops));
        return stops;
    }

    private static void add(ObjectName name, List<Pod> pods, ConnectionMap map, List<Stop> stops) {
        int number = map.classOf(pods.getFirst().name());
        int count = 0;
        boolean alike = true;
        for (Pod pod : pods) {
            alike &= map.classOf(pod.name()) == number;
            count += pod.isTemplate() ? pod.replicas() : 1;
        }
        if (alike) {
            stops.add(new Stop(name, count, number));
            return;
        }
        for (Pod pod : pods) {
            stops.add(new Stop(pod.name(), 1, map.classOf(pod.name())));
        }
    }
}
