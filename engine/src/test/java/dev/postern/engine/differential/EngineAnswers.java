package dev.postern.engine.differential;

import dev.postern.engine.Decision;
import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.engine.Profile;
import dev.postern.engine.reference.Question;
import dev.postern.model.Address;
import dev.postern.model.Finding;
import dev.postern.model.ObjectName;
import dev.postern.model.Protocol;
import dev.postern.reader.ReadRequest;
import dev.postern.reader.Reader;
import dev.postern.reader.Reading;
import dev.postern.reader.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/**
 * Reader and engine behind a function of strings, so that a copy of them in another class loader can
 * be asked in the same way: a line per question, an empty line, then the YAML; a word per question
 * comes back.
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
        Engine engine = compile(asked.substring(end + BETWEEN.length()));
        StringJoiner words = new StringJoiner("\n");
        for (String line : asked.substring(0, end).split("\n", -1)) {
            words.add(word(engine, Question.parse(line)));
        }
        return words.toString();
    }

    private static Engine compile(String yaml) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        ReadRequest request =
                new ReadRequest(
                        List.of("-"),
                        () -> new ByteArrayInputStream(bytes),
                        "default",
                        false,
                        false,
                        List.of());
        Reading reading;
        try {
            reading = Reader.read(request);
        } catch (UnreadableInput unreadable) {
            throw new AssertionError(unreadable);
        }
        if (reading.isBroken()) {
            StringJoiner errors = new StringJoiner("\n", "The reader refuses this:\n", "");
            for (Finding finding : reading.findings()) {
                errors.add(finding.severity() + " " + finding.message() + " " + finding.origin());
            }
            throw new IllegalArgumentException(errors.toString());
        }
        return Engine.compile(reading.cluster(), Profile.ASSUMED);
    }

    private static String word(Engine engine, Question question) {
        Decision decision =
                engine.decide(
                        end(question.source()),
                        end(question.destination()),
                        Protocol.valueOf(question.protocol()),
                        question.port());
        return decision.verdict().word();
    }

    private static End end(String spelled) {
        int space = spelled.indexOf(' ');
        if (space < 0) {
            return new End.OfAddress(Address.of(spelled));
        }
        String kind = spelled.substring(0, space);
        String path = spelled.substring(space + 1);
        int slash = path.indexOf('/');
        return slash < 0
                ? new End.OfNode(path)
                : new End.OfPod(
                        new ObjectName(
                                kind, path.substring(0, slash), path.substring(slash + 1)));
    }
}
