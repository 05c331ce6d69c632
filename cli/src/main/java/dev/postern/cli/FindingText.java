package dev.postern.cli;

import dev.postern.model.Finding;
import java.io.PrintStream;
import java.util.List;

/** Findings for people: place, severity, sentence, and what to do. */
final class FindingText {
    private final PrintStream out;
    private final Paint paint;

    FindingText(PrintStream out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    void print(List<Finding> findings) {
        for (Finding finding : findings) {
            out.println(
                    paint.strong(finding.origin() + ":")
                            + " "
                            + severity(finding)
                            + " "
                            + finding.id()
                            + ": "
                            + finding.message());
            if (!finding.advice().isEmpty()) {
                out.println("    " + finding.advice());
            }
        }
    }

    private String severity(Finding finding) {
        String word = finding.severity().word();
        return switch (finding.severity()) {
            case NOTE -> paint.faint(word);
            case WARNING -> paint.yellow(word);
            case ERROR -> paint.red(word);
        };
    }
}
