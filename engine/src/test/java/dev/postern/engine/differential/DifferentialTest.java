package dev.postern.engine.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.postern.engine.reference.Answer;
import dev.postern.engine.reference.Question;
import dev.postern.engine.reference.Reference;
import dev.postern.engine.reference.Ruling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reader and engine answer as the specification does. */
class DifferentialTest {
    private static final int CLUSTERS = 2000;
    private static final int QUESTIONS = 50;
    private static final int FRESH_CLUSTERS = 100;

    @Test
    void reader_and_engine_answer_as_the_reference_does() {
        Tally tally = new Tally();
        long seed = Seeds.given();
        compare(seed, CLUSTERS).forEachOrdered(tally::add);
        System.out.println("Differential check, seed " + seed + ": " + tally);
        assertThat(tally.connections()).isGreaterThanOrEqualTo(20_000);
        assertThat(4 * tally.count(Answer.ALLOWED)).isGreaterThanOrEqualTo(tally.connections());
        assertThat(4 * tally.count(Answer.DENIED)).isGreaterThanOrEqualTo(tally.connections());
        for (Ruling ruling : Ruling.values()) {
            assertThat(tally.count(ruling)).as(ruling.words()).isGreaterThanOrEqualTo(200);
        }
    }

    @Test
    void they_also_agree_on_clusters_never_seen_before() {
        long seed = Seeds.fresh();
        System.out.println("Differential check, fresh seed " + seed);
        compare(seed, FRESH_CLUSTERS).forEachOrdered(agreed -> {});
    }

    private static Stream<Agreed> compare(long seed, int clusters) {
        return LongStream.range(seed, seed + clusters)
                .parallel()
                .mapToObj(each -> compare(Scene.of(each, QUESTIONS)));
    }

    private static Agreed compare(Scene scene) {
        EngineAnswers engine = new EngineAnswers();
        Reference reference = new Reference(scene.objects());
        List<Answer> expected = scene.questions().stream().map(reference::answer).toList();
        Optional<Difference> difference = Difference.first(scene, expected, engine);
        if (difference.isPresent()) {
            fail(difference.get().describe(engine));
        }
        List<Ruling> deciding = new ArrayList<>();
        for (Question question : scene.questions()) {
            deciding.addAll(reference.deciding(question));
        }
        return new Agreed(expected, deciding);
    }

    /** What both answered about a scene, and which decisions it hung on. */
    private record Agreed(List<Answer> answers, List<Ruling> deciding) {}

    /** How often each answer was given, and each decision was the deciding one. */
    private static final class Tally {
        private final Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
        private final Map<Ruling, Integer> rulings = new EnumMap<>(Ruling.class);
        private int clusters;

        void add(Agreed agreed) {
            clusters++;
            agreed.answers.forEach(answer -> answers.merge(answer, 1, Integer::sum));
            agreed.deciding.forEach(ruling -> rulings.merge(ruling, 1, Integer::sum));
        }

        int connections() {
            return answers.values().stream().mapToInt(Integer::intValue).sum();
        }

        int count(Answer answer) {
            return answers.getOrDefault(answer, 0);
        }

        int count(Ruling ruling) {
            return rulings.getOrDefault(ruling, 0);
        }

        @Override
        public String toString() {
            StringBuilder table = new StringBuilder();
            table.append("%d connections in %d clusters".formatted(connections(), clusters));
            answers.forEach((answer, n) -> table.append(", %d %s".formatted(n, answer.word())));
            table.append("; how often each decision decided:\n");
            for (Ruling ruling : Ruling.values()) {
                table.append("%7d  %s%n".formatted(count(ruling), ruling.words()));
            }
            return table.toString();
        }
    }
}
