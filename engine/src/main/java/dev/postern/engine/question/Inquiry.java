package dev.postern.engine.question;

import dev.postern.engine.Decision;
import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.engine.Verdict;
import dev.postern.model.Direction;
import dev.postern.model.PortSet;
import dev.postern.model.Protocol;
import dev.postern.model.Service;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers questions about one compiled cluster; keeps what it looked up for the next one. */
public final class Inquiry {
    /** Type and code of an echo request, which stands for all of ICMP. */
    private static final int ECHO_REQUEST = 8 << 8;

    private final Engine engine;
    private final Directory directory;
    private final Targets targets;
    private final Regions regions;
    private final String defaultNamespace;
    private final Map<String, Place> places = new HashMap<>();

    public Inquiry(Engine engine, String defaultNamespace) {
        this.engine = engine;
        this.directory = new Directory(engine);
        this.targets = new Targets(engine, directory);
        this.regions = new Regions(engine, directory);
        this.defaultNamespace = defaultNamespace;
    }

    public Engine engine() {
        return engine;
    }

    /**
     * Answers "does A reach B?".
     *
     * @param destination with or without a port: {@code payments/api:8080}, {@code
     *     svc/shop/db:sql}, {@code 198.51.100.7:53/udp}, {@code [2001:db8::1]:443}, {@code
     *     payments/api:icmp}
     */
    public Answer ask(String source, String destination) throws Misunderstood {
        Written written = Written.parse(destination);
        return ask(place(source), place(written.name()), written.port(), written.shownPort());
    }

    Answer ask(Place from, Place to, PortName port, String shownPort) throws Misunderstood {
        List<Member> sources =
                switch (from) {
                    case Place.Ends(_, var members) -> members;
                    case Place.Behind(_, _, var members) -> members;
                    case Place.Region(var shown, var addresses) ->
                            regions.pieces(shown, addresses, members(to), Direction.INGRESS);
                };
        List<Target> asked =
                switch (to) {
                    case Place.Ends(var shown, var members) -> targets.direct(shown, members, port);
                    case Place.Behind behind -> targets.behind(behind, port);
                    case Place.Region(var shown, var addresses) ->
                            targets.direct(
                                    shown,
                                    regions.pieces(
                                            shown, addresses, members(from), Direction.EGRESS),
                                    port);
                };
        Rectangles rectangles = new Rectangles();
        for (Target target : asked) {
            for (Member source : sources) {
                if (!isAmongReplicas(source, target.member(), sources)) {
                    judge(source, target, rectangles);
                }
            }
        }
        List<Case> cases = rectangles.cases();
        Optional<Service> service =
                to instanceof Place.Behind behind
                        ? Optional.of(behind.service())
                        : Optional.empty();
        return new Answer(
                from.shown(),
                to.shown() + shownPort,
                to.shown(),
                common(cases, false),
                common(cases, true),
                cases,
                service,
                Notes.of(engine, sources, asked, service, isForwarded(to, asked)));
    }

    /** The verdicts that occur between two ends, on any port. */
    public Set<Verdict> verdicts(End source, End destination) {
        return verdicts(source, destination, PortSet.ALL);
    }

    /** The verdicts that occur between two ends, on any of some ports. */
    public Set<Verdict> verdicts(End source, End destination, PortSet ports) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (PortSet alike : alike(source, destination, ports)) {
            verdicts.add(decide(source, destination, alike).verdict());
        }
        return verdicts;
    }

    /**
     * The verdicts that occur between an end and the internet, on any port.
     *
     * @param direction seen from the end
     */
    public Set<Verdict> verdictsOfInternet(End end, Direction direction) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        Member own = new Member("", end);
        for (Member piece :
                regions.cut("internet", directory.internet(), List.of(own), direction)) {
            verdicts.addAll(
                    direction == Direction.EGRESS
                            ? verdicts(end, piece.end())
                            : verdicts(piece.end(), end));
        }
        return verdicts;
    }

    /** Whether a node that was asked for is not where the connection ends. */
    private static boolean isForwarded(Place to, List<Target> asked) {
        return to instanceof Place.Ends(_, var members)
                && asked.stream().anyMatch(target -> !members.contains(target.member()));
    }

    /** Of a workload and itself, the connections between its pods are asked for. */
    private static boolean isAmongReplicas(Member source, Member target, List<Member> sources) {
        return sources.size() > 1 && source.equals(target);
    }

    /** The verdict of all cases where they agree; with nothing to connect to, it is a no. */
    private static Verdict common(List<Case> cases, boolean ofPolicies) {
        Verdict common = null;
        for (Case one : cases) {
            Verdict own = ofPolicies ? one.decision().policyVerdict() : one.decision().verdict();
            if (common != null && common != own) {
                return Verdict.MIXED;
            }
            common = own;
        }
        return common == null ? Verdict.DENIED : common;
    }

    Place place(String text) throws Misunderstood {
        Place known = places.get(text);
        if (known == null) {
            known = directory.find(Name.parse(text, defaultNamespace));
            places.put(text, known);
        }
        return known;
    }

    private static List<Member> members(Place place) {
        return switch (place) {
            case Place.Ends(_, var members) -> members;
            case Place.Behind(_, _, var members) -> members;
            case Place.Region _ -> List.of();
        };
    }

    private void judge(Member source, Target target, Rectangles rectangles) {
        End to = target.member().end();
        for (PortSet ports : alike(source.end(), to, target.ports())) {
            rectangles.add(source, target.member(), ports, decide(source.end(), to, ports));
        }
    }

    /** Decides for ports that are known to be judged alike. */
    private Decision decide(End from, End to, PortSet ports) {
        PortSet.Interval first = ports.intervals().getFirst();
        boolean icmp = first.protocol() == Protocol.ICMP;
        return engine.decide(from, to, first.protocol(), icmp ? ECHO_REQUEST : first.from());
    }

    /** Some ports, cut where the policies of the two ends draw a line. */
    private List<PortSet> alike(End from, End to, PortSet ports) {
        if (ports.size() == 1) {
            return List.of(ports);
        }
        return ports.cutBy(new LinkedHashSet<>(engine.portsTold(from, to)));
    }
}
