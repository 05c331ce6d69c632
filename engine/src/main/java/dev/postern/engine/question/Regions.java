package dev.postern.engine.question;

import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.model.Address;
import dev.postern.model.AddressSet;
import dev.postern.model.Cidr;
import dev.postern.model.Direction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Cuts a region into pieces whose addresses are all judged alike, with one to ask for each. */
final class Regions {
    private final Engine engine;
    private final Directory directory;
    private final AddressSet podRange;

    Regions(Engine engine, Directory directory) {
        this.engine = engine;
        this.directory = directory;
        this.podRange = directory.cluster().podRange().addresses();
    }

    /**
     * @param name what a region that stays whole is called
     * @param others the ends at the other side, whose policies draw the lines
     * @param direction the direction of those policies
     */
    List<Member> pieces(String name, AddressSet region, List<Member> others, Direction direction) {
        List<Member> members = new ArrayList<>();
        List<Cidr> held = new ArrayList<>();
        for (Address address : directory.heldAddresses()) {
            if (region.contains(address)) {
                held.add(Cidr.of(address));
                members.add(new Member(shown(address), new End.OfAddress(address)));
            }
        }
        AddressSet free = held.isEmpty() ? region : region.minus(AddressSet.of(held));
        members.addAll(cut(name, free, others, direction));
        return members;
    }

    /** The pieces of a region in which nothing of the cluster lies. */
    List<Member> cut(String name, AddressSet region, List<Member> others, Direction direction) {
        Set<AddressSet> lines = new LinkedHashSet<>();
        lines.add(podRange);
        for (Member other : others) {
            lines.addAll(engine.addressesTold(other.end(), direction));
        }
        List<AddressSet> pieces = region.cutBy(lines);
        List<Member> members = new ArrayList<>(pieces.size());
        for (AddressSet piece : pieces) {
            Address first = piece.ranges().getFirst().first();
            String shown = pieces.size() == 1 ? name : piece.toString();
            members.add(new Member(shown, new End.OfAddress(first)));
        }
        return members;
    }

    private String shown(Address address) {
        return engine.pod(new End.OfAddress(address))
                .map(pod -> address + " (pod " + pod.name().path() + ")")
                .orElse(address.toString());
    }
}
