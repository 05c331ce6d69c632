package dev.postern.engine.question;

import dev.postern.engine.Decision;
import dev.postern.model.PortSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers decided connections into {@link Case}s: exact products of sources, ends and ports. */
final class Rectangles {
    /** Connections are alike where the same thing decides them on both sides. */
    private final Map<Decision, Map<Member, Map<Member, PortSet>>> rows = new LinkedHashMap<>();

    void add(Member source, Member destination, PortSet ports, Decision decision) {
        rows.computeIfAbsent(decision, _ -> new LinkedHashMap<>())
                .computeIfAbsent(source, _ -> new LinkedHashMap<>())
                .merge(destination, ports, PortSet::or);
    }

    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Map.Entry<Decision, Map<Member, Map<Member, PortSet>>> group : rows.entrySet()) {
            Map<Map<Member, PortSet>, List<Member>> sources = new LinkedHashMap<>();
            for (Map.Entry<Member, Map<Member, PortSet>> row : group.getValue().entrySet()) {
                sources.computeIfAbsent(row.getValue(), _ -> new ArrayList<>()).add(row.getKey());
            }
            for (Map.Entry<Map<Member, PortSet>, List<Member>> row : sources.entrySet()) {
                Map<PortSet, List<Member>> destinations = new LinkedHashMap<>();
                for (Map.Entry<Member, PortSet> to : row.getKey().entrySet()) {
                    destinations
                            .computeIfAbsent(to.getValue(), _ -> new ArrayList<>())
                            .add(to.getKey());
                }
                for (Map.Entry<PortSet, List<Member>> to : destinations.entrySet()) {
                    cases.add(new Case(row.getValue(), to.getValue(), to.getKey(), group.getKey()));
                }
            }
        }
        // What gets through is what most people look for.
        cases.sort(Comparator.comparing(one -> one.decision().verdict()));
        return cases;
    }
}
