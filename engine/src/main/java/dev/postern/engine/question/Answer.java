package dev.postern.engine.question;

import dev.postern.engine.Verdict;
import dev.postern.model.Service;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a question: one verdict where all connections agree, else the cases apart.
 *
 * @param destinationName without the port
 * @param service the Service that was asked for, whose pods answer
 * @param notes what a person should know beside the verdict
 */
public record Answer(
        String source,
        String destination,
        String destinationName,
        Verdict verdict,
        Verdict policyVerdict,
        List<Case> cases,
        Optional<Service> service,
        List<String> notes) {
    public Answer {
        cases = List.copyOf(cases);
        notes = List.copyOf(notes);
    }
}
