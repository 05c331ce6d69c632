package dev.postern.reader.kubernetes;

import dev.postern.model.Requirement;
import dev.postern.model.Requirement.Operator;
import dev.postern.model.Selector;
import dev.postern.model.Spelling;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A label selector, in the long form of policies and in the short one of Services. */
final class SelectorReader {
    private static final String OPERATORS = "Write In, NotIn, Exists or DoesNotExist.";

    private SelectorReader() {}

    /** {@code matchLabels} and {@code matchExpressions}; null and empty select everything. */
    static Selector read(Draft draft, Node node, Path path) {
        Mapping mapping = draft.mapping(node, path);
        if (mapping.entries().isEmpty()) {
            return Selector.EVERYTHING;
        }
        List<Requirement> requirements = new ArrayList<>();
        for (Mapping.Entry entry : mapping.entries()) {
            Path at = path.at(entry.key());
            switch (entry.key()) {
                case "matchLabels" -> equal(draft, entry.value(), at, requirements);
                case "matchExpressions" -> {
                    List<Node> items = draft.sequence(entry.value(), at).items();
                    for (int i = 0; i < items.size(); i++) {
                        expression(draft, items.get(i), at.at(i), requirements);
                    }
                }
                default -> misplaced(draft, entry, path);
            }
        }
        return draft.pool().share(new Selector(requirements));
    }

    /** Labels without {@code matchLabels} around them are the commonest slip of all. */
    private static void misplaced(Draft draft, Mapping.Entry entry, Path path) {
        if (Spelling.nearest(entry.key(), "matchLabels", "matchExpressions").isEmpty()
                && entry.value() instanceof Scalar) {
            draft.report(
                    Problem.UNKNOWN_FIELD,
                    Problem.UNKNOWN_FIELD.severity(),
                    entry.line(),
                    entry.column(),
                    path.at(entry.key()),
                    "is no field of a selector",
                    "Put labels under matchLabels.");
        } else {
            draft.unknown(entry, path, "matchLabels", "matchExpressions");
        }
    }

    /** The form of a Service: labels alone. */
    static Selector readLabels(Draft draft, Node node, Path path) {
        List<Requirement> requirements = new ArrayList<>();
        equal(draft, node, path, requirements);
        return draft.pool().share(new Selector(requirements));
    }

    private static void equal(Draft draft, Node node, Path path, List<Requirement> into) {
        for (Mapping.Entry entry : draft.mapping(node, path).entries()) {
            Path at = path.at(entry.key());
            String value = draft.sharedText(entry.value(), at);
            LabelReader.checkKey(draft, entry, path);
            LabelReader.checkValue(draft, value, entry.value(), at);
            into.add(Requirement.equal(draft.pool().share(entry.key()), value));
        }
    }

    private static void expression(Draft draft, Node node, Path path, List<Requirement> into) {
        Mapping mapping = draft.mapping(node, path);
        String key = "";
        @Nullable Operator operator = null;
        List<String> values = new ArrayList<>();
        boolean hasKey = false;
        @Nullable Node operatorNode = null;
        @Nullable Node valuesNode = null;
        for (Mapping.Entry entry : mapping.entries()) {
            Path at = path.at(entry.key());
            switch (entry.key()) {
                case "key" -> {
                    hasKey = true;
                    key = draft.sharedText(entry.value(), at);
                    LabelReader.checkKey(draft, key, entry.value(), at);
                }
                case "operator" -> {
                    operatorNode = entry.value();
                    operator = operator(draft, entry.value(), at);
                }
                case "values" -> {
                    valuesNode = entry.value();
                    List<Node> items = draft.sequence(entry.value(), at).items();
                    for (int i = 0; i < items.size(); i++) {
                        String value = draft.sharedText(items.get(i), at.at(i));
                        LabelReader.checkValue(draft, value, items.get(i), at.at(i));
                        values.add(value);
                    }
                }
                default -> draft.unknown(entry, path, "key", "operator", "values");
            }
        }
        if (!hasKey) {
            draft.missing(node, path.at("key"), "Write key: and the label's key.");
        }
        if (operatorNode == null) {
            draft.missing(node, path.at("operator"), OPERATORS);
        }
        if (operator == null) {
            return;
        }
        if (operator.takesValues() && values.isEmpty()) {
            draft.report(
                    Problem.SELECTOR_VALUES,
                    valuesNode == null ? node : valuesNode,
                    path,
                    "has the operator " + operator.word() + " and no values to compare with",
                    "List them under values, or use Exists or DoesNotExist.");
        } else if (!operator.takesValues() && !values.isEmpty()) {
            draft.report(
                    Problem.SELECTOR_VALUES,
                    valuesNode == null ? node : valuesNode,
                    path,
                    "has values, and " + operator.word() + " asks for the key alone",
                    "Drop values, or use In or NotIn.");
        } else {
            into.add(new Requirement(key, operator, values));
        }
    }

    private static @Nullable Operator operator(Draft draft, Node node, Path path) {
        String word = draft.text(node, path);
        for (Operator operator : Operator.values()) {
            if (operator.word().equals(word)) {
                return operator;
            }
        }
        if (node instanceof Scalar scalar
                && (scalar.kind() == Scalar.Kind.STRING || scalar.isNull())) {
            String nearest =
                    Spelling.nearest(word, "In", "NotIn", "Exists", "DoesNotExist").orElse("");
            draft.report(
                    Problem.BAD_OPERATOR,
                    node,
                    path,
                    "is " + Draft.describe(node) + ", which is no operator of a selector",
                    nearest.isEmpty() ? OPERATORS : "Write " + nearest + ".");
        }
        return null;
    }
}
