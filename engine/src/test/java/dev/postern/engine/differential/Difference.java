package dev.postern.engine.differential;

import dev.postern.engine.reference.Answer;
import dev.postern.engine.reference.Question;
import dev.postern.engine.reference.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A question that two evaluators answer differently. */
public record Difference(Scene scene, Question question, String expected, String actual) {

    /** The first difference of a scene. */
    public static Optional<Difference> first(
            Scene scene, List<Answer> expected, UnaryOperator<String> engine) {
        String[] actual =
                engine.apply(EngineAnswers.asked(scene.questions(), scene.yaml())).split("\n", -1);
        for (int i = 0; i < actual.length; i++) {
            String word = expected.get(i).word();
            if (!word.equals(actual[i])) {
                return Optional.of(
                        new Difference(scene, scene.questions().get(i), word, actual[i]));
            }
        }
        return Optional.empty();
    }

    /** The case made small, for a person to look at. */
    public String describe(UnaryOperator<String> engine) {
        List<Map<String, @Nullable Object>> small =
                new Shrinker(objects -> differs(objects, engine)).shrink(scene.objects());
        return """
        Reference and engine differ; rerun with -Dpostern.seed=%d
        %s -> %s %s %d
        reference: %s, engine: %s
        reference on the case below: %s, engine: %s
        %s\
        """
                .formatted(
                        scene.seed(),
                        question.source(),
                        question.destination(),
                        question.protocol(),
                        question.port(),
                        expected,
                        actual,
                        new Reference(small).answer(question).word(),
                        ask(small, engine),
                        YamlWriter.plainly(small));
    }

    private boolean differs(
            List<Map<String, @Nullable Object>> objects, UnaryOperator<String> engine) {
        try {
            return !new Reference(objects).answer(question).word().equals(ask(objects, engine));
        } catch (RuntimeException noLongerACase) {
            return false; // the reader refuses it, or an end is gone
        }
    }

    private String ask(List<Map<String, @Nullable Object>> objects, UnaryOperator<String> engine) {
        return engine.apply(EngineAnswers.asked(List.of(question), YamlWriter.plainly(objects)));
    }
}
