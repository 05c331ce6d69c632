package dev.postern.reader;

import dev.postern.model.Cluster;
import dev.postern.model.Finding;
import java.util.List;

/**
 * What a run of the reader brought home.
 *
 * @param findings every problem of every document, in order of place; an ERROR means that the
 *     cluster is not whole
 */
public record Reading(Cluster cluster, List<Finding> findings, Inventory inventory) {
    public Reading {
        findings = List.copyOf(findings);
    }

    /** Whether something could not be read, so that verdicts would rest on a part of the input. */
    public boolean isBroken() {
        return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
    }
}
