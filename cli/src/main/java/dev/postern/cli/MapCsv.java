package dev.postern.cli;

import dev.postern.engine.PortVerdicts;
import dev.postern.engine.map.GroupedMap;
import dev.postern.engine.map.Lane;
import dev.postern.engine.map.Stop;
import dev.postern.model.AddressSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The map as csv: a line for each pair between which something passes, or for each rectangle. Names
 * are encoded once, and a line is a few copies of bytes: on a large cluster there are millions.
 */
final class MapCsv implements Consumer<Lane>, AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private final IdentityHashMap<Lane.Place, byte[]> places = new IdentityHashMap<>();
    private final Map<PortVerdicts, byte[]> connections = new HashMap<>();

    MapCsv(OutputStream out) {
        this.out = out;
        put("source,destination,connections\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void accept(Lane lane) {
        put(bytes(lane.from()));
        put((byte) ',');
        put(bytes(lane.to()));
        put((byte) ',');
        put(connections.computeIfAbsent(lane.ports(), own -> field(own.toString() + "\n")));
    }

    /** Rectangles between groups, then the members of each group; a group of one is its member. */
    void print(GroupedMap map) {
        Map<Integer, List<Stop>> groups = new TreeMap<>();
        map.members((members, number) -> groups.put(number, members));
        for (GroupedMap.Rectangle rectangle : map.rectangles()) {
            row(named(rectangle.from(), groups), named(rectangle.to(), groups), rectangle.ports());
        }
        for (GroupedMap.Stretch stretch : map.stretches()) {
            for (AddressSet.Range range : stretch.addresses().ranges()) {
                String group = named(stretch.group(), groups);
                String outside = range.toString();
                row(
                        stretch.outwards() ? group : outside,
                        stretch.outwards() ? outside : group,
                        stretch.ports());
            }
        }
        put("\ngroup,workload,pods\n".getBytes(StandardCharsets.UTF_8));
        groups.forEach((number, members) -> {
            if (members.size() != 1) {
                for (Stop member : members) {
                    put(field("G" + number));
                    put((byte) ',');
                    put(field(member.shown()));
                    put((byte) ',');
                    put(field(member.pods() + "\n"));
                }
            }
        });
    }

    private static String named(int group, Map<Integer, List<Stop>> groups) {
        List<Stop> members = groups.getOrDefault(group, List.of());
        return members.size() == 1 ? members.getFirst().shown() : "G" + group;
    }

    private void row(String from, String to, PortVerdicts ports) {
        put(field(from));
        put((byte) ',');
        put(field(to));
        put((byte) ',');
        put(connections.computeIfAbsent(ports, own -> field(own + "\n")));
    }

    private byte[] bytes(Lane.Place place) {
        // A stop is one object for all of its lanes; a range is made for each.
        return place instanceof Lane.AtStop
                ? places.computeIfAbsent(place, own -> field(own.shown()))
                : field(place.shown());
    }

    /** RFC 4180: a field with a comma stands in quotes. */
    private static byte[] field(String text) {
        String own = text.stripTrailing();
        String quoted = own.indexOf(',') < 0 ? own : '"' + own + '"';
        return (quoted + text.substring(own.length())).getBytes(StandardCharsets.UTF_8);
    }

    private void put(byte one) {
        if (filled == BUFFER) {
            flush();
        }
        buffer[filled++] = one;
    }

    private void put(byte[] bytes) {
        if (bytes.length > BUFFER - filled) {
            flush();
        }
        System.arraycopy(bytes, 0, buffer, filled, bytes.length);
        filled += bytes.length;
    }

    private void flush() {
        try {
            out.write(buffer, 0, filled);
        } catch (IOException lost) {
            throw new OutputLost(lost);
        }
        filled = 0;
    }

    @Override
    public void close() {
        flush();
    }
}
