package dev.postern.engine;

import dev.postern.engine.Selection.Member;
import dev.postern.engine.Selection.Stage;
import dev.postern.model.Action;
import dev.postern.model.PortSet;
import dev.postern.model.Truth;
import java.util.List;

/**
 * What {@link Selection#judge} says of one port, said of all ports at once. The two are held
 * against each other on random clusters.
 */
final class PortRuling {
    private final Question question;
    private final Party other;
    private final Party destination;

    /** Ports on which no tier has decided yet, and those that are decided. */
    private PortSet open = PortSet.ALL;

    private PortSet allowed = PortSet.NONE;
    private PortSet mayBeAllowed = PortSet.NONE;
    private PortSet mayBeDenied = PortSet.NONE;

    private PortRuling(Question question, Party other, Party destination) {
        this.question = question;
        this.other = other;
        this.destination = destination;
    }

    /**
     * Judges all connections of the selected pods with another end.
     *
     * @param question its point does not count
     */
    static PortVerdicts of(Selection selection, Question question, Party other, Party destination) {
        if (selection.isOpaque()) {
            return PortVerdicts.NOT_KNOWN;
        }
        List<Stage> stages = selection.stages();
        PortVerdicts all = PortVerdicts.ALL;
        for (int from = 0; from < stages.size(); ) {
            int to = from;
            while (to < stages.size()
                    && stages.get(to).tier().layer() == stages.get(from).tier().layer()) {
                to++;
            }
            PortRuling layer = new PortRuling(question, other, destination);
            all = all.and(layer.ofLayer(stages.subList(from, to)));
            from = to;
        }
        return all;
    }

    private PortVerdicts ofLayer(List<Stage> stages) {
        for (Stage stage : stages) {
            switch (stage.tier().order()) {
                case UNION -> union(stage);
                case FIRST_MATCH -> firstMatch(stage);
            }
        }
        allowed = allowed.or(open);
        PortSet sure = allowed.minus(mayBeDenied);
        PortSet denied = PortSet.ALL.minus(allowed);
        return new PortVerdicts(sure, allowed.minus(sure).or(denied.and(mayBeAllowed)));
    }

    private void union(Stage stage) {
        PortSet allows = PortSet.NONE;
        PortSet denies = PortSet.NONE;
        PortSet mayAllow = PortSet.NONE;
        PortSet mayDeny = PortSet.NONE;
        PortSet mayShut = stage.additive() == null ? PortSet.NONE : PortSet.ALL;
        for (Member member : stage.members()) {
            PortSet opens = PortSet.NONE;
            for (CompiledRule rule : member.section().rules()) {
                Truth peer = rule.matchesPeer(question, other);
                if (peer == Truth.FALSE) {
                    continue;
                }
                PortSet ports = rule.ports(destination);
                boolean rulesAllow = rule.action() == Action.ALLOW;
                if (rulesAllow && peer == Truth.TRUE) {
                    opens = opens.or(ports);
                }
                boolean sure = peer.and(member.selects()) == Truth.TRUE;
                if (rulesAllow) {
                    allows = sure ? allows.or(ports) : allows;
                    mayAllow = sure ? mayAllow : mayAllow.or(ports);
                } else {
                    denies = sure ? denies.or(ports) : denies;
                    mayDeny = sure ? mayDeny : mayDeny.or(ports);
                }
            }
            if (member.section().isolates()) {
                mayShut = mayShut.or(PortSet.ALL.minus(opens));
            }
        }
        PortSet settledByDeny = open.and(denies);
        mayBeAllowed = mayBeAllowed.or(mayAllow.and(open.minus(settledByDeny)));
        mayBeDenied = mayBeDenied.or(mayDeny.and(open.minus(settledByDeny)));
        open = open.minus(settledByDeny);
        PortSet settled = open.and(allows);
        allowed = allowed.or(settled);
        open = open.minus(settled);
        if (stage.isolates() == Truth.TRUE) {
            mayBeAllowed = stage.additive() == null ? mayBeAllowed : mayBeAllowed.or(open);
            open = PortSet.NONE;
        } else if (stage.isolates() == Truth.UNKNOWN) {
            mayBeDenied = mayBeDenied.or(mayShut.and(open));
        }
    }

    private void firstMatch(Stage stage) {
        PortSet undecided = open;
        PortSet passed = PortSet.NONE;
        for (Member member : stage.members()) {
            for (CompiledRule rule : member.section().rules()) {
                Truth match = member.selects().and(rule.matchesPeer(question, other));
                if (match == Truth.FALSE) {
                    continue;
                }
                PortSet ports = rule.ports(destination).and(undecided);
                if (match == Truth.TRUE) {
                    undecided = undecided.minus(ports);
                }
                switch (rule.action()) {
                    case ALLOW -> {
                        allowed = match == Truth.TRUE ? allowed.or(ports) : allowed;
                        mayBeAllowed = match == Truth.TRUE ? mayBeAllowed : mayBeAllowed.or(ports);
                    }
                    case DENY ->
                            mayBeDenied = match == Truth.TRUE ? mayBeDenied : mayBeDenied.or(ports);
                    case PASS -> {
                        passed = match == Truth.TRUE ? passed.or(ports) : passed;
                        if (match == Truth.UNKNOWN) {
                            mayBeAllowed = mayBeAllowed.or(ports);
                            mayBeDenied = mayBeDenied.or(ports);
                        }
                    }
                }
            }
        }
        open = undecided.or(passed);
    }
}
