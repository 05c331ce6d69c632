package dev.postern.review;

import dev.postern.engine.question.Entrance;
import java.util.List;

/**
 * How closed a cluster is: namespace by namespace, and what stands open most widely.
 *
 * @param namespaces in order of name, those that hold a workload
 * @param entrances the ways that Services, Ingresses and routes open from outside
 */
public record Posture(
        List<NamespacePosture> namespaces, List<Exposure> exposures, List<Entrance> entrances) {
    public Posture {
        namespaces = List.copyOf(namespaces);
        exposures = List.copyOf(exposures);
        entrances = List.copyOf(entrances);
    }

    /** How many of a namespace's workloads are denied what no rule allows. */
    public record NamespacePosture(
            String name, int workloads, Count isolatedIngress, Count isolatedEgress) {}

    /** Of some workloads, how many for sure and how many perhaps. */
    public record Count(int certain, int unknown) {}

    /** Something that many would want closed, and the workloads for which it is open. */
    public record Exposure(Kind kind, int of, List<String> open, List<String> unknown) {
        public Exposure {
            open = List.copyOf(open);
            unknown = List.copyOf(unknown);
        }

        /** What may stand open. */
        public enum Kind {
            /** The cloud's metadata service hands out credentials to whoever asks. */
            METADATA("reach the cloud metadata service (169.254.169.254:80)"),
            INTERNET("reach addresses on the internet"),
            STRANGERS("accept connections from any pod of any namespace"),
            OUTSIDE("accept connections from any address outside the cluster");

            private final String words;

            Kind(String words) {
                this.words = words;
            }

            /** Completes "these workloads ...". */
            public String words() {
                return words;
            }
        }
    }
}
