package dev.postern.engine.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Matches the address blocks of a rule with an end of a connection. */
final class Blocking {
    private final PlainCluster cluster;
    private final Rulings rulings;

    Blocking(PlainCluster cluster, Rulings rulings) {
        this.cluster = cluster;
        this.rulings = rulings;
    }

    /** Whether the blocks, taken together, hold an end in one family. */
    Maybe matches(List<Object> blocks, Party end, int family) {
        if (blocks.isEmpty()) {
            return Maybe.NO;
        }
        if (end.isPod() && !rulings.stands(Ruling.BLOCKS_MATCH_POD_ADDRESSES)) {
            return Maybe.NO;
        }
        Ip address = end.address(family);
        if (address != null) {
            return Maybe.of(hold(blocks, address));
        }
        if (family == Reference.NO_FAMILY || !end.addresses().isEmpty()) {
            return Maybe.NO;
        }
        if (!end.isPod()) {
            return cover(blocks, List.of(IpRange.everything(family)));
        }
        if (!rulings.stands(Ruling.UNKNOWN_ADDRESSES_LIE_IN_THE_RANGE)) {
            return Maybe.NO;
        }
        List<IpRange> range = new ArrayList<>(cluster.podRange());
        range.removeIf(part -> part.first().bits() != family);
        if (blocks.size() > 1 && !rulings.stands(Ruling.BLOCKS_ARE_JUDGED_TOGETHER)) {
            Maybe any = Maybe.NO;
            for (Object block : blocks) {
                any = any.or(cover(List.of(block), range));
            }
            return any;
        }
        return cover(blocks, range);
    }

    /** Whether an end that lies somewhere in a range lies in the blocks. */
    private Maybe cover(List<Object> blocks, List<IpRange> range) {
        // Between two neighbouring edges all addresses are alike: ask the first of each stretch.
        Set<Ip> firsts = new TreeSet<>(Comparator.comparingInt(Ip::bits).thenComparing(Ip::number));
        for (IpRange part : range) {
            firsts.add(part.first());
            for (IpRange written : everyRange(blocks)) {
                for (Ip edge : List.of(written.first(), written.last().next())) {
                    if (part.holds(edge)) {
                        firsts.add(edge);
                    }
                }
            }
        }
        boolean some = false;
        boolean all = true;
        for (Ip first : firsts) {
            boolean held = hold(blocks, first);
            some |= held;
            all &= held;
        }
        return !some ? Maybe.NO : all ? Maybe.YES : Maybe.PERHAPS;
    }

    private static List<IpRange> everyRange(List<Object> blocks) {
        List<IpRange> ranges = new ArrayList<>();
        for (Object block : blocks) {
            ranges.add(cidr(block));
            ranges.addAll(excepts(block));
        }
        return ranges;
    }

    private boolean hold(List<Object> blocks, Ip ip) {
        boolean held = false;
        boolean carved = false;
        for (Object block : blocks) {
            boolean carvedHere = false;
            for (IpRange except : excepts(block)) {
                carvedHere |= except.holds(ip) && rulings.stands(Ruling.EXCEPT_CARVES);
            }
            held |= holds(cidr(block), ip) && !carvedHere;
            carved |= carvedHere;
        }
        if (held && carved) {
            return rulings.stands(Ruling.EXCEPT_CARVES_ITS_OWN_BLOCK);
        }
        return held;
    }

    private boolean holds(IpRange cidr, Ip ip) {
        if (cidr.first().bits() != ip.bits()) {
            return cidr.equals(IpRange.everything(cidr.first().bits()))
                    && !rulings.stands(Ruling.FAMILIES_ARE_SEPARATE);
        }
        return cidr.holds(ip);
    }

    private static IpRange cidr(@Nullable Object block) {
        return IpRange.of(Json.text(Json.at(block, "cidr"), ""));
    }

    private static List<IpRange> excepts(@Nullable Object block) {
        return Json.texts(Json.at(block, "except")).stream().map(IpRange::of).toList();
    }
}
