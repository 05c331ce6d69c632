package dev.postern.model;

import java.util.List;

/**
 * What a policy says of one direction.
 *
 * @param isolates whether the selected pods are denied what no rule allows
 */
public record Section(boolean isolates, List<Rule> rules) {
    public Section {
        rules = List.copyOf(rules);
    }
}
