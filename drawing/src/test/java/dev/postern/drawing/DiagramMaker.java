package dev.postern.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes diagrams that look like clusters: namespaces of ten workloads, the same for the same size.
 */
final class DiagramMaker {
    private static final List<String> TEAMS =
            List.of(
                    "payments",
                    "orders",
                    "catalog",
                    "identity",
                    "shipping",
                    "search",
                    "billing",
                    "inventory",
                    "notifications",
                    "analytics");
    private static final List<String> WORKLOADS =
            List.of(
                    "web",
                    "api",
                    "worker",
                    "postgres",
                    "redis",
                    "scheduler",
                    "gateway",
                    "events",
                    "reports",
                    "admin");
    private static final List<String> PORTS =
            List.of("TCP 8080", "TCP 443,8443", "TCP 5432", "TCP 6379", "UDP 53; TCP 53", "All");

    private DiagramMaker() {}

    static Diagram of(int items) {
        Random random = new Random(items);
        List<Diagram.Box> boxes = new ArrayList<>();
        List<List<String>> ids = new ArrayList<>();
        int perBox = items <= 10 ? 3 : 10;
        for (int left = items, at = 0; left > 0; left -= perBox, at++) {
            int round = at / TEAMS.size();
            String name = TEAMS.get(at % TEAMS.size()) + (round == 0 ? "" : "-" + round);
            List<Diagram.Item> own = new ArrayList<>();
            for (String workload : WORKLOADS.subList(0, Math.min(left, perBox))) {
                own.add(new Diagram.Item(name + "/" + workload, workload, List.of()));
            }
            ids.add(own.stream().map(Diagram.Item::id).toList());
            boxes.add(new Diagram.Box(name, name, false, own));
        }
        boxes.add(new Diagram.Box("internet", "internet", true, List.of()));
        List<Diagram.Line> lines = new ArrayList<>();
        lines.add(line("internet", ids.getFirst().getFirst(), random));
        for (int box = 0; box < ids.size(); box++) {
            List<String> own = ids.get(box);
            for (int i = 0; i + 1 < own.size(); i++) {
                lines.add(line(own.get(i), own.get(i + 1), random));
            }
            for (int i = 0; i < own.size() / 2; i++) {
                List<String> other = ids.get(random.nextInt(ids.size()));
                if (!other.equals(own)) {
                    lines.add(line(own.get(i), other.get(random.nextInt(other.size())), random));
                }
            }
        }
        return new Diagram("Who can talk to whom", boxes, lines);
    }

    private static Diagram.Line line(String from, String to, Random random) {
        Diagram.Style style =
                random.nextInt(12) == 0 ? Diagram.Style.UNKNOWN : Diagram.Style.ALLOWED;
        return new Diagram.Line(
                from,
                to,
                PORTS.get(random.nextInt(PORTS.size())),
                style,
                List.of(
                        "ingress of "
                                + to
                                + ": policies.yaml:"
                                + (10 + random.nextInt(90))
                                + ":5"));
    }
}
