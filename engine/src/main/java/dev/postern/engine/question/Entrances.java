package dev.postern.engine.question;

import dev.postern.engine.Decision;
import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.engine.Verdict;
import dev.postern.model.Direction;
import dev.postern.model.IngressPath;
import dev.postern.model.ObjectName;
import dev.postern.model.Service;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lists the ways from outside into a cluster, and asks whether each is open. */
public final class Entrances {
    private final Engine engine;
    private final Directory directory;
    private final Targets targets;
    private final Regions regions;
    private final IngressControllers controllers;

    private Entrances(Engine engine) {
        this.engine = engine;
        this.directory = new Directory(engine);
        this.targets = new Targets(engine, directory);
        this.regions = new Regions(engine, directory);
        this.controllers = new IngressControllers(directory.cluster());
    }

    /** In order of name: those of Services first, then those through a controller. */
    public static List<Entrance> of(Engine engine) {
        Entrances own = new Entrances(engine);
        List<Entrance> entrances = new ArrayList<>();
        for (Service service : own.directory.cluster().services()) {
            if (service.type().isExposed()) {
                own.addPorts(service, entrances);
            }
        }
        for (IngressPath path : own.directory.cluster().ingressPaths()) {
            entrances.add(own.through(path));
        }
        return entrances;
    }

    private void addPorts(Service service, List<Entrance> entrances) {
        for (Service.Port port : service.ports()) {
            Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
            for (Target target : targets.behind(service, directory.backends(service), port)) {
                for (Member piece :
                        regions.cut(
                                "internet",
                                directory.internet(),
                                List.of(target.member()),
                                Direction.INGRESS)) {
                    verdicts.add(decide(piece.end(), target));
                }
            }
            entrances.add(
                    new Entrance(
                            service.name(),
                            "",
                            "",
                            "internet",
                            shown(service.name(), Integer.toString(port.number())),
                            common(verdicts),
                            port.origin()));
        }
    }

    private Entrance through(IngressPath path) {
        List<Member> proxies = controllers.of(path.controllerClass());
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        Set<String> names = new TreeSet<>();
        for (Target target : backends(path)) {
            if (proxies.isEmpty()) {
                verdicts.add(fromSomePod(target));
            }
            for (Member proxy : proxies) {
                names.add(proxy.shown());
                verdicts.add(decide(proxy.end(), target));
            }
        }
        String port =
                switch (path.port()) {
                    case IngressPath.BackendPort.Number(int number) -> Integer.toString(number);
                    case IngressPath.BackendPort.Named(var name) -> name;
                    case IngressPath.BackendPort.Any() -> "";
                };
        return new Entrance(
                path.owner(),
                path.host(),
                path.path(),
                names.isEmpty() ? "ingress-controller" : String.join(", ", names),
                shown(path.backend(), port),
                common(verdicts),
                path.origin());
    }

    private List<Target> backends(IngressPath path) {
        List<Target> backends = new ArrayList<>();
        for (Service service : directory.cluster().services()) {
            if (service.name().equals(path.backend())) {
                for (Service.Port port : service.ports()) {
                    boolean meant =
                            switch (path.port()) {
                                case IngressPath.BackendPort.Number(int number) ->
                                        port.number() == number;
                                case IngressPath.BackendPort.Named(var name) ->
                                        port.name().equals(name);
                                case IngressPath.BackendPort.Any() -> true;
                            };
                    if (meant) {
                        backends.addAll(targets.behind(service, directory.backends(service), port));
                    }
                }
            }
        }
        return backends;
    }

    private Verdict decide(End from, Target target) {
        return decision(from, target).verdict();
    }

    private Decision decision(End from, Target target) {
        var first = target.ports().intervals().getFirst();
        return engine.decide(from, target.member().end(), first.protocol(), first.from());
    }

    /** A controller that is nowhere to be seen is some pod: only what the backend says is asked. */
    private Verdict fromSomePod(Target target) {
        return decision(new End.SomePod(), target).ingress().verdict();
    }

    /** With nobody behind it, a way leads nowhere. */
    private static Verdict common(Set<Verdict> verdicts) {
        return switch (verdicts.size()) {
            case 0 -> Verdict.DENIED;
            case 1 -> verdicts.iterator().next();
            default -> Verdict.MIXED;
        };
    }

    private static String shown(ObjectName service, String port) {
        return "svc/" + service.path() + (port.isEmpty() ? "" : ":" + port);
    }
}
