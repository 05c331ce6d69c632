package dev.postern.engine.explain;

import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.engine.question.Answer;
import dev.postern.engine.question.Member;
import dev.postern.model.Address;
import dev.postern.model.Pod;
import dev.postern.model.PortSet;
import dev.postern.model.Protocol;
import dev.postern.model.Service;
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
                        + host(destination)
                        + " "
                        + port(first.from());
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

    private String host(Member destination) {
        if (answer.service().isPresent()) {
            Service service = answer.service().get();
            return service.name().name() + "." + service.name().namespace();
        }
        if (destination.end() instanceof End.OfAddress(var address)) {
            return address.toString();
        }
        List<Address> addresses = engine.addresses(destination.end());
        return addresses.isEmpty() ? "POD_IP" : addresses.getFirst().toString();
    }

    /** Behind a Service the client dials the Service's port. */
    private String port(int podPort) {
        int colon = answer.destination().lastIndexOf(':');
        return answer.service().isPresent() && colon >= 0
                ? answer.destination().substring(colon + 1)
                : Integer.toString(podPort);
    }
}
