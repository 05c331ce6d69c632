package dev.postern.engine.differential;

import dev.postern.engine.reference.Question;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cluster as its objects, the file it is written in, and what is asked about it. */
public record Scene(
        long seed,
        List<Map<String, @Nullable Object>> objects,
        String yaml,
        List<Question> questions) {

    public static Scene of(long seed, int questions) {
        Dice dice = new Dice(seed);
        List<Map<String, @Nullable Object>> objects = new ClusterMaker(dice).make();
        String yaml = new YamlWriter(dice).write(objects);
        return new Scene(seed, objects, yaml, new QuestionMaker(dice, objects).make(questions));
    }
}
