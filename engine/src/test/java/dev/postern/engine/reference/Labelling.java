package dev.postern.engine.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Matches label selectors with labels. */
final class Labelling {
    private final Rulings rulings;

    Labelling(Rulings rulings) {
        this.rulings = rulings;
    }

    /**
     * Whether a selector matches.
     *
     * @param vague keys that are there with a value that nobody knows
     */
    Maybe matches(@Nullable Object selector, Map<String, String> labels, Set<String> vague) {
        Maybe byLabels = Maybe.YES;
        for (Map.Entry<String, String> wanted :
                Json.labels(Json.at(selector, "matchLabels")).entrySet()) {
            byLabels =
                    byLabels.and(isIn(wanted.getKey(), List.of(wanted.getValue()), labels, vague));
        }
        Maybe byExpressions = Maybe.YES;
        for (Object expression : Json.list(Json.at(selector, "matchExpressions"))) {
            byExpressions = byExpressions.and(holds(expression, labels, vague));
        }
        if (byLabels != byExpressions && !rulings.stands(Ruling.LABELS_AND_EXPRESSIONS_ARE_ANDED)) {
            return byLabels.or(byExpressions);
        }
        return byLabels.and(byExpressions);
    }

    private Maybe holds(Object expression, Map<String, String> labels, Set<String> vague) {
        String key = Json.text(Json.at(expression, "key"), "");
        List<String> values = Json.texts(Json.at(expression, "values"));
        boolean present = labels.containsKey(key) || isVague(key, labels, vague);
        return switch (Json.text(Json.at(expression, "operator"), "")) {
            case "In" -> isIn(key, values, labels, vague);
            case "NotIn" -> {
                if (!present && !rulings.stands(Ruling.NOT_IN_MATCHES_A_MISSING_KEY)) {
                    yield Maybe.NO;
                }
                yield isIn(key, values, labels, vague).not();
            }
            case "Exists" ->
                    Maybe.of(rulings.stands(Ruling.EXISTS_NEEDS_THE_KEY) ? present : !present);
            case "DoesNotExist" ->
                    Maybe.of(
                            rulings.stands(Ruling.DOES_NOT_EXIST_NEEDS_ABSENCE)
                                    ? !present
                                    : present);
            default -> throw new IllegalArgumentException("operator in " + expression);
        };
    }

    private Maybe isIn(
            String key, List<String> values, Map<String, String> labels, Set<String> vague) {
        String own = labels.get(key);
        if (own == null) {
            return isVague(key, labels, vague) ? Maybe.PERHAPS : Maybe.NO;
        }
        if (!values.contains(own)) {
            return Maybe.of(!rulings.stands(Ruling.IN_NEEDS_THE_VALUE));
        }
        return Maybe.YES;
    }

    private boolean isVague(String key, Map<String, String> labels, Set<String> vague) {
        return !labels.containsKey(key)
                && vague.contains(key)
                && rulings.stands(Ruling.CONTROLLER_LABELS_ARE_PRESENT);
    }
}
