package dev.postern.engine.question;

import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.model.Address;
import dev.postern.model.AddressSet;
import dev.postern.model.Cidr;
import dev.postern.model.Cluster;
import dev.postern.model.EndpointSlice;
import dev.postern.model.Family;
import dev.postern.model.Gap;
import dev.postern.model.Node;
import dev.postern.model.ObjectName;
import dev.postern.model.Pod;
import dev.postern.model.Service;
import dev.postern.model.Spelling;
import dev.postern.model.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what names stand for in one cluster, or says what comes near. */
final class Directory {
    private final Cluster cluster;
    private final Engine engine;
    private final Map<String, List<ObjectName>> workloads = new HashMap<>();
    private final Map<ObjectName, List<Pod>> podsOf = new LinkedHashMap<>();
    private final Map<String, ObjectName> pods = new HashMap<>();
    private final Map<String, Service> services = new TreeMap<>();
    private final Map<Address, Service> serviceAddresses = new HashMap<>();
    private @Nullable List<Address> held;
    private @Nullable AddressSet internet;

    Directory(Engine engine) {
        this.engine = engine;
        this.cluster = engine.cluster();
        for (Pod pod : cluster.pods()) {
            podsOf.computeIfAbsent(pod.workload(), _ -> new ArrayList<>()).add(pod);
            if (!pod.isTemplate()) {
                pods.put(pod.name().path(), pod.name());
            }
        }
        for (ObjectName workload : podsOf.keySet()) {
            workloads.computeIfAbsent(workload.path(), _ -> new ArrayList<>()).add(workload);
        }
        for (Service service : cluster.services()) {
            services.put(service.name().path(), service);
            for (Address address : service.clusterAddresses()) {
                serviceAddresses.put(address, service);
            }
            for (Address address : service.externalAddresses()) {
                serviceAddresses.put(address, service);
            }
        }
    }

    Cluster cluster() {
        return cluster;
    }

    Place find(Name name) throws Misunderstood {
        return switch (name) {
            case Name.Workload(var kind, var namespace, var own) -> workload(kind, namespace, own);
            case Name.OnePod(var namespace, var own) -> pod(namespace, own);
            case Name.OfService(var namespace, var own) -> service(namespace, own);
            case Name.OnNode(var node) -> node(node);
            case Name.OneAddress(var address) -> address(address);
            case Name.Block(var block) -> new Place.Region(block.toString(), AddressSet.of(block));
            case Name.Internet() -> new Place.Region("internet", internet());
        };
    }

    private Place workload(String kind, String namespace, String name) throws Misunderstood {
        String path = namespace + "/" + name;
        List<ObjectName> found = new ArrayList<>();
        for (ObjectName workload : workloads.getOrDefault(path, List.of())) {
            if (kind.isEmpty() || isKind(workload.kind(), kind)) {
                found.add(workload);
            }
        }
        if (found.size() > 1) {
            throw new Misunderstood(
                    "'%s' is the name of several workloads; write %s."
                            .formatted(path, oneOf(found)));
        }
        if (found.size() == 1) {
            List<Pod> own = podsOf.getOrDefault(found.getFirst(), List.of());
            return new Place.Ends(path, members(alive(own)));
        }
        if (kind.isEmpty() && pods.containsKey(path)) {
            return pod(namespace, name);
        }
        for (Gap gap : cluster.gaps()) {
            if (gap instanceof Gap.Workload(var broken, _, _) && broken.path().equals(path)) {
                return new Place.Ends(path, List.of(new Member(path, new End.OfPod(broken))));
            }
        }
        throw nothing("workload", namespace, path, workloads.keySet());
    }

    private static boolean isKind(String kind, String written) {
        String lower = kind.toLowerCase(Locale.ROOT);
        String asked = written.toLowerCase(Locale.ROOT);
        return asked.equals(lower)
                || asked.equals(lower + "s")
                || switch (asked) {
                    case "deploy" -> lower.equals("deployment");
                    case "sts" -> lower.equals("statefulset");
                    case "ds" -> lower.equals("daemonset");
                    case "rs" -> lower.equals("replicaset");
                    case "rc" -> lower.equals("replicationcontroller");
                    case "cj" -> lower.equals("cronjob");
                    default -> false;
                };
    }

    private static String oneOf(List<ObjectName> names) {
        List<String> texts = new ArrayList<>();
        for (ObjectName name : names) {
            texts.add(name.kind().toLowerCase(Locale.ROOT) + "/" + name.path());
        }
        return String.join(" or ", texts);
    }

    /** A finished pod speaks for its workload only where none is left alive. */
    private static List<Pod> alive(List<Pod> pods) {
        List<Pod> alive = new ArrayList<>();
        for (Pod pod : pods) {
            if (pod.phase() == Pod.Phase.ALIVE) {
                alive.add(pod);
            }
        }
        return alive.isEmpty() ? pods : alive;
    }

    private static List<Member> members(List<Pod> pods) {
        List<Member> members = new ArrayList<>(pods.size());
        for (Pod pod : pods) {
            members.add(new Member(pod.name().path(), new End.OfPod(pod.name())));
        }
        return members;
    }

    private Place pod(String namespace, String name) throws Misunderstood {
        String path = namespace + "/" + name;
        ObjectName found = pods.get(path);
        if (found == null) {
            throw nothing("pod", namespace, path, pods.keySet());
        }
        return new Place.Ends("pod/" + path, List.of(new Member(path, new End.OfPod(found))));
    }

    private Place service(String namespace, String name) throws Misunderstood {
        String path = namespace + "/" + name;
        Service service = services.get(path);
        if (service == null) {
            for (Gap gap : cluster.gaps()) {
                if (gap instanceof Gap.Route(var broken, var what, _)
                        && broken.path().equals(path)) {
                    throw new Misunderstood(
                            "%s could not be read (%s), so nothing is known of the pods behind it."
                                    .formatted(broken, what));
                }
            }
            throw nothing("Service", namespace, path, services.keySet());
        }
        return behind("svc/" + path, service);
    }

    private Place behind(String shown, Service service) throws Misunderstood {
        if (service.type() == Service.Type.EXTERNAL_NAME) {
            throw new Misunderstood(
                    "svc/%s is only a DNS name for %s; ask for an address that it resolves to."
                            .formatted(service.name().path(), service.externalName()));
        }
        return new Place.Behind(shown, service, backends(service));
    }

    List<Member> backends(Service service) {
        List<Member> members = new ArrayList<>();
        if (service.selector().isPresent()) {
            for (Pod pod : cluster.pods()) {
                if (pod.namespace().equals(service.name().namespace())
                        && pod.phase() == Pod.Phase.ALIVE
                        && service.selector().get().matches(pod.labels()) == Truth.TRUE) {
                    members.add(new Member(pod.name().path(), new End.OfPod(pod.name())));
                }
            }
            return members;
        }
        for (EndpointSlice slice : cluster.endpointSlices()) {
            if (slice.name().namespace().equals(service.name().namespace())
                    && slice.service().equals(service.name().name())) {
                for (EndpointSlice.Endpoint endpoint : slice.endpoints()) {
                    for (Address address : endpoint.addresses()) {
                        members.add(new Member(address.toString(), new End.OfAddress(address)));
                    }
                }
            }
        }
        return members;
    }

    private Place node(String name) throws Misunderstood {
        TreeSet<String> known = new TreeSet<>();
        for (Node node : cluster.nodes()) {
            known.add(node.name());
        }
        for (Pod pod : cluster.pods()) {
            pod.node().ifPresent(known::add);
        }
        for (Gap gap : cluster.gaps()) {
            if (gap instanceof Gap.Host(var broken, _, _)) {
                known.add(broken);
            }
        }
        if (!known.contains(name)) {
            throw new Misunderstood(
                    "There is no node '%s'%s"
                            .formatted(
                                    name,
                                    Spelling.nearest(name, known)
                                            .map("; did you mean node/%s?"::formatted)
                                            .orElse(".")));
        }
        String shown = "node/" + name;
        return new Place.Ends(shown, List.of(new Member(shown, new End.OfNode(name))));
    }

    private Place address(Address address) throws Misunderstood {
        String shown = address.toString();
        Service service = serviceAddresses.get(address);
        if (service != null) {
            return behind(shown + " (svc/" + service.name().path() + ")", service);
        }
        End end = new End.OfAddress(address);
        String holder = engine.pod(end).map(pod -> " (pod " + pod.name().path() + ")").orElse("");
        return new Place.Ends(shown + holder, List.of(new Member(shown + holder, end)));
    }

    /** The public addresses that nobody in the cluster has. */
    AddressSet internet() {
        AddressSet known = internet;
        if (known == null) {
            boolean v6 = false;
            List<Cidr> own = new ArrayList<>(cluster.podRange().blocks());
            for (Cidr block : own) {
                v6 |= block.family() == Family.IPV6;
            }
            for (Address address : heldAddresses()) {
                own.add(Cidr.of(address));
            }
            AddressSet outside =
                    v6 ? PublicAddresses.V4.or(PublicAddresses.V6) : PublicAddresses.V4;
            known = outside.minus(AddressSet.of(own));
            internet = known;
        }
        return known;
    }

    /** The addresses that pods and nodes of the cluster have. */
    List<Address> heldAddresses() {
        List<Address> known = held;
        if (known == null) {
            known = new ArrayList<>();
            for (Pod pod : cluster.pods()) {
                if (pod.phase() == Pod.Phase.ALIVE && !pod.hostNetwork()) {
                    known.addAll(pod.addresses());
                }
            }
            for (Node node : cluster.nodes()) {
                known.addAll(node.addresses());
            }
            held = known;
        }
        return known;
    }

    private Misunderstood nothing(
            String what, String namespace, String path, Collection<String> known) {
        Optional<String> near = Spelling.nearest(path, known);
        String hint;
        if (near.isPresent()) {
            hint = "; did you mean " + near.get() + "?";
        } else if (engine.namespace(namespace).isPresent()) {
            hint = ".";
        } else {
            TreeSet<String> names = new TreeSet<>();
            cluster.namespaces().forEach(own -> names.add(own.name()));
            hint =
                    Spelling.nearest(namespace, names)
                            .map("; the nearest namespace is %s."::formatted)
                            .orElse(", nor a namespace '" + namespace + "'.");
        }
        return new Misunderstood("There is no %s '%s'%s".formatted(what, path, hint));
    }
}
