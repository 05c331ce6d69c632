package dev.postern.reader.syntax;

import dev.postern.model.Finding;
import java.util.List;
import java.util.Optional;

/**
 * One document of a file: its value, and what is wrong with its text.
 *
 * @param line where its text begins; lines count from 1
 * @param root empty when the text could not be read, and then {@code faults} tells why
 */
public record Document(String file, int line, Optional<Node> root, List<Finding> faults) {
    public Document {
        faults = List.copyOf(faults);
    }
}
