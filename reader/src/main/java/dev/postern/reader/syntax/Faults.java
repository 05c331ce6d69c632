package dev.postern.reader.syntax;

import dev.postern.model.Finding;
import dev.postern.model.Finding.Severity;
import dev.postern.model.Origin;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the text of one document, gathered as it is read. */
final class Faults {
    /** A file with more has one fault that repeats; the list must not grow with the file. */
    private static final int MOST = 100;

    private final String file;
    private final List<Finding> findings = new ArrayList<>(0);

    Faults(String file) {
        this.file = file;
    }

    void error(String id, int line, int column, String message, String advice) {
        add(id, Severity.ERROR, line, column, message, advice);
    }

    void warning(String id, int line, int column, String message, String advice) {
        add(id, Severity.WARNING, line, column, message, advice);
    }

    void add(Unreadable unreadable) {
        error(
                unreadable.id,
                unreadable.line,
                unreadable.column,
                unreadable.sentence,
                unreadable.advice);
    }

    List<Finding> findings() {
        return findings;
    }

    private void add(
            String id, Severity severity, int line, int column, String message, String advice) {
        if (findings.size() < MOST) {
            findings.add(
                    new Finding(
                            id,
                            severity,
                            message,
                            advice,
                            new Origin.Written(file, line, column, "")));
        }
    }
}
