package dev.postern.cli;

import dev.postern.model.Finding;
import dev.postern.model.Finding.Severity;
import dev.postern.reader.Inventory;
import dev.postern.reader.Reading;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    void print(Reading reading) {
        printInventory(reading.inventory());
        if (!reading.findings().isEmpty()) {
            out.println();
            reading.findings().forEach(this::printFinding);
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

    private void printFinding(Finding finding) {
        out.println(
                paint.strong(finding.origin() + ":")
                        + " "
                        + severity(finding.severity())
                        + " "
                        + finding.id()
                        + ": "
                        + finding.message());
        if (!finding.advice().isEmpty()) {
            out.println("    " + finding.advice());
        }
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case NOTE -> paint.faint(severity.word());
            case WARNING -> paint.yellow(severity.word());
            case ERROR -> paint.red(severity.word());
        };
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
