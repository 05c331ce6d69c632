package dev.postern.cli;

import dev.postern.engine.map.Lane;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The map as csv: a line for each pair between which something passes. Names are encoded once, and
 * a line is a few copies of bytes: on a large cluster there are millions.
 */
final class MapCsv implements Consumer<Lane>, AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private final IdentityHashMap<Lane.Place, byte[]> places = new IdentityHashMap<>();
    private final Map<Object, byte[]> connections = new HashMap<>();

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
