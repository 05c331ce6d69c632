package dev.postern.engine.differential;

import dev.postern.engine.Decision;
import dev.postern.engine.Ends;
import dev.postern.engine.Engine;
import dev.postern.engine.Manifests;
import dev.postern.engine.Profile;
import dev.postern.engine.reference.Question;
import dev.postern.model.Cluster;
import dev.postern.model.Protocol;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/**
 * Reader and engine behind a function of strings, so that a copy of them in another class loader
 * can be asked in the same way: a line per question, an empty line, then the YAML; a word per
 * question comes back.
 */
public final class EngineAnswers implements UnaryOperator<String> {
    private static final String BETWEEN = "\n\n";

    /** What {@link #apply} takes. */
    static String asked(List<Question> questions, String yaml) {
        StringJoiner lines = new StringJoiner("\n");
        questions.forEach(question -> lines.add(question.toString()));
        return lines + BETWEEN + yaml;
    }

    @Override
    public String apply(String asked) {
        int end = asked.indexOf(BETWEEN);
        Cluster cluster = Manifests.read(asked.substring(end + BETWEEN.length()));
        Engine engine = Engine.compile(cluster, Profile.ASSUMED);
        StringJoiner words = new StringJoiner("\n");
        for (String line : asked.substring(0, end).split("\n", -1)) {
            words.add(word(engine, Question.parse(line)));
        }
        return words.toString();
    }

    private static String word(Engine engine, Question question) {
        Decision decision =
                engine.decide(
                        Ends.parse(question.source()),
                        Ends.parse(question.destination()),
                        Protocol.valueOf(question.protocol()),
                        question.port());
        return decision.verdict().word();
    }
}
