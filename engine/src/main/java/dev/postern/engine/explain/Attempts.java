package dev.postern.engine.explain;

import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.engine.question.Answer;
import dev.postern.engine.question.Member;
import dev.postern.model.Address;
import dev.postern.model.ContainerPort;
import dev.postern.model.Pod;
import dev.postern.model.PortSet;
import dev.postern.model.Protocol;
import dev.postern.model.Service;
import dev.postern.model.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the commands that try a connection on a real cluster. */
final class Attempts {
    private final Engine engine;
    private final Answer answer;

    Attempts(Engine engine, Answer answer) {
        this.engine = engine;
        this.answer = answer;
    }

    /** None where no pod of the cluster is the client, or the protocol has no common tool. */
    List<String> of(Member source, Member destination, PortSet ports) {
        Optional<Pod> client = engine.pod(source.end());
        PortSet.Interval first = ports.intervals().getFirst();
        if (client.isEmpty() || ports.size() > 1 || first.protocol() == Protocol.SCTP) {
            return List.of();
        }
        String tool =
                (first.protocol() == Protocol.UDP ? "nc -zuv -w3 " : "nc -zv -w3 ")
                        + dialled(destination, first);
        Pod pod = client.get();
        String exec = "kubectl -n %s exec %s -- %s".formatted(pod.namespace(), target(pod), tool);
        if (pod.isTemplate()) {
            return List.of(exec);
        }
        String debug =
                "kubectl -n %s debug -it %s --image=busybox -- %s"
                        .formatted(pod.namespace(), pod.name().name(), tool);
        return List.of(exec, debug);
    }

    private static String target(Pod pod) {
        return pod.isTemplate()
                ? pod.workload().kind().toLowerCase(Locale.ROOT) + "/" + pod.workload().name()
                : pod.name().name();
    }

    /** Host and port as the client would write them: a Service's where one leads there. */
    private String dialled(Member destination, PortSet.Interval port) {
        if (destination.end() instanceof End.OfAddress(var address)) {
            return address + " " + port.from();
        }
        Optional<Pod> pod = engine.pod(destination.end());
        List<Service> services =
                answer.service().map(List::of).orElseGet(() -> engine.cluster().services());
        for (Service service : services) {
            for (Service.Port own : service.ports()) {
                if (pod.isPresent() && leadsTo(service, own, pod.get(), port)) {
                    return service.name().name()
                            + "."
                            + service.name().namespace()
                            + " "
                            + own.number();
                }
            }
        }
        List<Address> addresses = engine.addresses(destination.end());
        return (addresses.isEmpty() ? "POD_IP" : addresses.getFirst()) + " " + port.from();
    }

    private static boolean leadsTo(
            Service service, Service.Port own, Pod pod, PortSet.Interval port) {
        boolean selects =
                service.selector().isPresent()
                        && service.name().namespace().equals(pod.namespace())
                        && service.selector().get().matches(pod.labels()) == Truth.TRUE;
        return selects
                && own.protocol() == port.protocol()
                && switch (own.target()) {
                    case Service.Target.Number(int number) -> number == port.from();
                    case Service.Target.Named(var name) ->
                            pod.ports()
                                    .contains(
                                            new ContainerPort(name, port.protocol(), port.from()));
                };
    }
}
