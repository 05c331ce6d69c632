package dev.postern.engine.question;

import dev.postern.engine.Decision;
import dev.postern.engine.Side;
import dev.postern.engine.Verdict;
import dev.postern.model.PortSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers decided connections into {@link Case}s: exact products of sources, ends and ports. */
final class Rectangles {
    private final Map<Alike, Map<Member, Map<Member, PortSet>>> rows = new LinkedHashMap<>();
    private final Map<Alike, Decision> decisions = new LinkedHashMap<>();

    /** Connections are alike where the same thing decides them on both sides. */
    private record Alike(Verdict verdict, Verdict policyVerdict, Side egress, Side ingress) {}

    void add(Member source, Member destination, PortSet ports, Decision decision) {
        Alike alike =
                new Alike(
                        decision.verdict(),
                        decision.policyVerdict(),
                        decision.egress(),
                        decision.ingress());
        decisions.putIfAbsent(alike, decision);
        rows.computeIfAbsent(alike, _ -> new LinkedHashMap<>())
                .computeIfAbsent(source, _ -> new LinkedHashMap<>())
                .merge(destination, ports, PortSet::or);
    }

    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Map.Entry<Alike, Map<Member, Map<Member, PortSet>>> group : rows.entrySet()) {
            Map<Map<Member, PortSet>, List<Member>> sources = new LinkedHashMap<>();
            for (Map.Entry<Member, Map<Member, PortSet>> row : group.getValue().entrySet()) {
                sources.computeIfAbsent(row.getValue(), _ -> new ArrayList<>()).add(row.getKey());
            }
            for (Map.Entry<Map<Member, PortSet>, List<Member>> row : sources.entrySet()) {
                Map<PortSet, List<Member>> destinations = new LinkedHashMap<>();
                for (Map.Entry<Member, PortSet> to : row.getKey().entrySet()) {
                    destinations.computeIfAbsent(to.getValue(), _ -> new ArrayList<>()).add(to.getKey());
                }
                for (Map.Entry<PortSet, List<Member>> to : destinations.entrySet()) {
                    cases.add(
                            new Case(
                                    row.getValue(),
                                    to.getValue(),
                                    to.getKey(),
                                    decisions.get(group.getKey())));
                }
            }
        }
        return cases;
    }

    /** The verdicts that occur. */
    Set<Alike> kinds() {
        return rows.keySet();
    }
}
