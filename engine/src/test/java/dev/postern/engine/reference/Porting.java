package dev.postern.engine.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Matches the ports of a rule with the port of a connection. */
final class Porting {
    private final Rulings rulings;

    Porting(Rulings rulings) {
        this.rulings = rulings;
    }

    Maybe matches(@Nullable Object rule, Question question, Party selected, Party destination) {
        Object ports = Json.at(rule, "ports");
        if (ports == null) {
            return Maybe.of(rulings.stands(Ruling.ABSENT_PORTS_ARE_ALL));
        }
        List<Object> items = Json.list(ports);
        if (items.isEmpty()) {
            return Maybe.of(rulings.stands(Ruling.EMPTY_PORTS_ARE_ALL));
        }
        if (question.protocol().equals("ICMP")) {
            return Maybe.of(!rulings.stands(Ruling.ICMP_NEEDS_A_RULE_WITHOUT_PORTS));
        }
        Maybe any = Maybe.NO;
        for (Object item : items) {
            any = any.or(matchesOne(item, question, selected, destination));
        }
        return any;
    }

    private Maybe matchesOne(Object item, Question question, Party selected, Party destination) {
        Object protocol = Json.at(item, "protocol");
        if (protocol == null) {
            protocol = rulings.stands(Ruling.PROTOCOL_DEFAULTS_TO_TCP) ? "TCP" : "UDP";
        }
        if (!question.protocol().equals(protocol)
                && rulings.stands(Ruling.OTHER_PROTOCOLS_STAY_SHUT)) {
            return Maybe.NO;
        }
        Object port = Json.at(item, "port");
        if (port == null) {
            return Maybe.of(rulings.stands(Ruling.PORT_ABSENT_IS_EVERY_PORT));
        }
        if (port instanceof String name) {
            Party named = destination;
            if (!selected.equals(destination)
                    && !rulings.stands(Ruling.NAMES_ARE_THE_DESTINATIONS)) {
                named = selected;
            }
            return namesPort(named, name, question);
        }
        int first = Json.number(port, 0);
        int last = Json.number(Json.at(item, "endPort"), first);
        if (first == last) {
            return Maybe.of(question.port() == first);
        }
        if (question.port() == last && !rulings.stands(Ruling.END_PORT_IS_INCLUSIVE)) {
            return Maybe.NO;
        }
        if (question.port() > first && !rulings.stands(Ruling.END_PORT_OPENS_A_RANGE)) {
            return Maybe.NO;
        }
        return Maybe.of(question.port() >= first && question.port() <= last);
    }

    private Maybe namesPort(Party party, String name, Question question) {
        if (party.isOutsideLabels()) {
            return Maybe.of(!rulings.stands(Ruling.NAMES_ARE_OF_PODS_ONLY));
        }
        PlainPod pod = party.pod();
        if (pod == null) {
            return Maybe.PERHAPS; // a pod that the input does not hold
        }
        for (Object port : pod.ports()) {
            boolean isNamed =
                    Json.text(Json.at(port, "name"), "").equals(name)
                            && Json.number(Json.at(port, "containerPort"), 0) == question.port();
            String protocol = Json.text(Json.at(port, "protocol"), "TCP");
            if (isNamed
                    && (protocol.equals(question.protocol())
                            || !rulings.stands(Ruling.NAMES_NEED_THE_PROTOCOL))) {
                return Maybe.YES;
            }
        }
        return Maybe.NO;
    }
}
