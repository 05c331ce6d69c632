package dev.postern.cli;

import dev.postern.engine.Profile;
import dev.postern.model.Finding;
import dev.postern.model.Finding.Severity;
import dev.postern.model.Truth;
import dev.postern.reader.Inventory;
import dev.postern.reader.Reading;
import dev.postern.review.Posture;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;

/** The answer of {@code check} for people. */
final class CheckText {
    private final PrintStream out;
    private final Paint paint;

    CheckText(Terminal terminal) {
        this.out = terminal.out();
        this.paint = new Paint(terminal.colour());
    }

    /**
     * Prints what was read and found.
     *
     * @param posture none where the input is not whole
     */
    void print(Reading reading, Optional<Posture> posture, Profile profile) {
        printInventory(reading.inventory());
        posture.ifPresent(new PostureText(out, paint)::print);
        if (!profile.note().isEmpty()) {
            String note = "note: " + profile.note();
            out.println(profile.enforces() == Truth.TRUE ? paint.faint(note) : paint.yellow(note));
        }
        if (!reading.findings().isEmpty()) {
            out.println();
            new FindingText(out, paint).print(reading.findings());
        }
        out.println();
        out.println(summary(reading.findings()));
    }

    private void printInventory(Inventory inventory) {
        out.println(
                "Read "
                        + Counted.of(inventory.files(), "file")
                        + ", "
                        + Counted.of(inventory.documents(), "document")
                        + (inventory.kinds().isEmpty() ? "" : ": " + list(inventory.kinds()))
                        + ".");
        if (!inventory.passedOver().isEmpty()) {
            out.println(
                    "Passed over, as they say nothing about traffic: "
                            + list(inventory.passedOver())
                            + ".");
        }
        if (!inventory.templates().isEmpty()) {
            out.println(
                    "Passed over, as they are templates (--render reads them): "
                            + String.join(", ", inventory.templates())
                            + ".");
        }
    }

    private static String list(SortedMap<String, Integer> kinds) {
        StringJoiner list = new StringJoiner(", ");
        kinds.forEach((kind, count) -> list.add(Counted.of(count, kind)));
        return list.toString();
    }

    private String summary(List<Finding> findings) {
        if (findings.isEmpty()) {
            return paint.green("Nothing found.");
        }
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        findings.forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        StringJoiner summary = new StringJoiner(", ", "Found: ", ".");
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            int count = counts.getOrDefault(severity, 0);
            if (count > 0) {
                summary.add(Counted.of(count, severity.word()));
            }
        }
        return summary.toString();
    }
}
