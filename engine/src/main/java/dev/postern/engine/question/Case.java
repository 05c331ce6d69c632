package dev.postern.engine.question;

import dev.postern.engine.Decision;
import dev.postern.model.PortSet;
import java.util.List;

/** The connections of an answer that are decided alike. */
public record Case(
        List<Member> sources, List<Member> destinations, PortSet ports, Decision decision) {
    public Case {
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
    }
}
