package dev.postern.engine.explain;

import dev.postern.engine.question.Case;
import java.util.List;

/**
 * One case of an answer, explained.
 *
 * @param attempts commands that try the connection for real
 */
public record Story(
        Case of, Account egress, Account ingress, Client client, List<String> attempts) {
    public Story {
        attempts = List.copyOf(attempts);
    }
}
