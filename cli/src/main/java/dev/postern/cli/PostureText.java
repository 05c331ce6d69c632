package dev.postern.cli;

import dev.postern.engine.Verdict;
import dev.postern.engine.question.Entrance;
import dev.postern.review.Posture;
import dev.postern.review.Posture.Count;
import dev.postern.review.Posture.Exposure;
import dev.postern.review.Posture.NamespacePosture;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A cluster's posture for people: a line a namespace, then what stands open. */
final class PostureText {
    /** Beyond this many namespaces, the ones that are closed alike are only counted. */
    private static final int LISTED = 30;

    private static final int NAMED = 5;

    private final PrintStream out;
    private final Paint paint;

    PostureText(PrintStream out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    void print(Posture posture) {
        if (posture.namespaces().isEmpty()) {
            return;
        }
        List<NamespacePosture> shown = posture.namespaces();
        int left = shown.size() - LISTED;
        if (left > 0) {
            shown = shown.subList(0, LISTED);
        }
        int width = "NAMESPACE".length();
        for (NamespacePosture namespace : shown) {
            width = Math.max(width, namespace.name().length());
        }
        out.println();
        out.println(
                paint.faint(pad("NAMESPACE", width) + "  WORKLOADS  ISOLATED IN  ISOLATED OUT"));
        for (NamespacePosture namespace : shown) {
            out.println(
                    pad(namespace.name(), width)
                            + "  "
                            + pad(Integer.toString(namespace.workloads()), 9)
                            + "  "
                            + isolation(namespace.isolatedIngress(), namespace.workloads(), 11)
                            + "  "
                            + isolation(namespace.isolatedEgress(), namespace.workloads(), 0));
        }
        if (left > 0) {
            out.println("and " + Counted.of(left, "more namespace") + " (-o json lists all)");
        }
        out.println();
        for (Exposure exposure : posture.exposures()) {
            print(exposure);
        }
        print(posture.entrances());
    }

    /** The ways in from outside, those that policies close first: somebody wanted them open. */
    private void print(List<Entrance> entrances) {
        if (entrances.isEmpty()) {
            return;
        }
        out.println();
        out.println("Ways in from outside:");
        List<Entrance> sorted = new ArrayList<>(entrances);
        sorted.sort(Comparator.comparing(one -> one.verdict() == Verdict.ALLOWED));
        for (Entrance entrance : sorted.subList(0, Math.min(LISTED, sorted.size()))) {
            String url = entrance.host() + entrance.path();
            String verdict = pad(entrance.verdict().word(), 7);
            out.println(
                    "  "
                            + (entrance.verdict() == Verdict.ALLOWED
                                    ? paint.green(verdict)
                                    : paint.yellow(verdict))
                            + "  "
                            + entrance.owner()
                            + (url.isEmpty() ? "" : " " + url)
                            + ": "
                            + entrance.from()
                            + " -> "
                            + entrance.to());
        }
        if (sorted.size() > LISTED) {
            out.println("  and " + (sorted.size() - LISTED) + " more (-o json lists all)");
        }
    }

    private String isolation(Count count, int of, int width) {
        String text =
                count.certain() == of
                        ? "all"
                        : count.certain() == 0 ? "none" : count.certain() + " of " + of;
        if (count.unknown() > 0) {
            text += ", " + count.unknown() + " unknown";
        }
        String padded = pad(text, width);
        return count.certain() == of ? paint.green(padded) : paint.yellow(padded);
    }

    private void print(Exposure exposure) {
        int open = exposure.open().size();
        int unknown = exposure.unknown().size();
        String who =
                open == 0 && unknown == 0
                        ? "No workload"
                        : open + " of " + Counted.of(exposure.of(), "workload");
        String line = who + " can " + exposure.kind().words();
        if (unknown > 0) {
            line += "; of " + unknown + " more it is not known";
        }
        out.println(open > 0 ? paint.yellow(line) + named(exposure.open()) : line);
    }

    private static String named(List<String> workloads) {
        String first = String.join(", ", workloads.subList(0, Math.min(NAMED, workloads.size())));
        return ": " + first + (workloads.size() > NAMED ? ", ..." : "");
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }
}
