package dev.postern.engine.question;

import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.model.ContainerPort;
import dev.postern.model.Node;
import dev.postern.model.Pod;
import dev.postern.model.PortSet;
import dev.postern.model.Protocol;
import dev.postern.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Translates the port that was asked for to the ports of the pods: what policies see. */
final class Targets {
    private final Engine engine;
    private final Directory directory;

    Targets(Engine engine, Directory directory) {
        this.engine = engine;
        this.directory = directory;
    }

    /** The ends at a place that is not behind a Service. */
    List<Target> direct(String shown, List<Member> members, PortName port) throws Misunderstood {
        List<Target> targets = new ArrayList<>(members.size());
        for (Member member : members) {
            switch (port) {
                case PortName.Unasked() -> targets.add(new Target(member, PortSet.ALL));
                case PortName.Icmp() ->
                        targets.add(new Target(member, PortSet.protocol(Protocol.ICMP)));
                case PortName.Number(var protocol, int number) -> {
                    List<Target> forwarded = nodePort(member, protocol, number);
                    if (forwarded.isEmpty()) {
                        targets.add(new Target(member, PortSet.port(protocol, number)));
                    } else {
                        targets.addAll(forwarded);
                    }
                }
                case PortName.Named(var protocol, var name) -> {
                    Optional<Integer> number = containerPort(member, protocol, name);
                    if (number.isPresent()) {
                        targets.add(new Target(member, PortSet.port(protocol, number.get())));
                    }
                }
            }
        }
        if (targets.isEmpty() && port instanceof PortName.Named(var protocol, var name)) {
            throw new Misunderstood(
                    "No container of %s declares a %s port named '%s'; write its number."
                            .formatted(shown, protocol, name));
        }
        return targets;
    }

    private Optional<Integer> containerPort(Member member, Protocol protocol, String name) {
        Optional<Pod> pod = engine.pod(member.end());
        if (pod.isPresent()) {
            for (ContainerPort port : pod.get().ports()) {
                if (port.protocol() == protocol && port.name().equals(name)) {
                    return Optional.of(port.number());
                }
            }
        }
        return Optional.empty();
    }

    /** A node port leads to the pods of its Service, whichever node is asked. */
    private List<Target> nodePort(Member member, Protocol protocol, int number)
            throws Misunderstood {
        if (!isNode(member.end())) {
            return List.of();
        }
        for (Service service : directory.cluster().services()) {
            for (Service.Port port : service.ports()) {
                if (port.nodePort() == number && port.protocol() == protocol) {
                    return behind(service, directory.backends(service), port);
                }
            }
        }
        return List.of();
    }

    private boolean isNode(End end) {
        return switch (end) {
            case End.OfNode _ -> true;
            case End.OfPod _, End.SomePod _ -> false;
            case End.OfAddress(var address) -> {
                for (Node node : directory.cluster().nodes()) {
                    if (node.addresses().contains(address)) {
                        yield true;
                    }
                }
                yield false;
            }
        };
    }

    /** The ends behind a Service. */
    List<Target> behind(Place.Behind behind, PortName port) throws Misunderstood {
        Service service = behind.service();
        List<Target> targets = new ArrayList<>();
        switch (port) {
            case PortName.Unasked() -> {
                for (Service.Port own : service.ports()) {
                    targets.addAll(behind(service, behind.members(), own));
                }
            }
            case PortName.Icmp() -> {
                if (!service.headless()) {
                    throw new Misunderstood(
                            "svc/%s translates its ports and no ICMP; ask for a pod behind it."
                                    .formatted(service.name().path()));
                }
                return direct(behind.shown(), behind.members(), port);
            }
            case PortName.Number(var protocol, int number) -> {
                if (service.headless()) {
                    return direct(behind.shown(), behind.members(), port); // no translation
                }
                for (Service.Port own : service.ports()) {
                    if (own.number() == number && own.protocol() == protocol) {
                        return behind(service, behind.members(), own);
                    }
                }
                throw noPort(service, protocol + " " + number);
            }
            case PortName.Named(var protocol, var name) -> {
                for (Service.Port own : service.ports()) {
                    if (own.name().equals(name)) {
                        return behind(service, behind.members(), own);
                    }
                }
                throw noPort(service, protocol + " '" + name + "'");
            }
        }
        return targets;
    }

    private static Misunderstood noPort(Service service, String asked) {
        StringJoiner own = new StringJoiner(", ");
        for (Service.Port port : service.ports()) {
            String name = port.name().isEmpty() ? "" : " (" + port.name() + ")";
            own.add(port.protocol() + " " + port.number() + name);
        }
        return new Misunderstood(
                "svc/%s has no port %s; it has %s."
                        .formatted(
                                service.name().path(),
                                asked,
                                service.ports().isEmpty() ? "none" : own));
    }

    /** The ends behind one port of a Service. */
    List<Target> behind(Service service, List<Member> members, Service.Port port) {
        List<Target> targets = new ArrayList<>(members.size());
        for (Member member : members) {
            Optional<Integer> number =
                    switch (port.target()) {
                        case Service.Target.Number(int own) ->
                                Optional.of(service.headless() ? port.number() : own);
                        case Service.Target.Named(var name) ->
                                containerPort(member, port.protocol(), name);
                    };
            if (number.isPresent()) {
                targets.add(new Target(member, PortSet.port(port.protocol(), number.get())));
            }
        }
        return targets;
    }
}
