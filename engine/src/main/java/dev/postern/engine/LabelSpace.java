package dev.postern.engine;

import dev.postern.model.Labels;
import dev.postern.model.Requirement;
import dev.postern.model.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The label sets that selectors can tell apart, numbered ("shapes"), and for each selector the
 * shapes it matches.
 *
 * <p>A shape holds only the keys that some selector mentions, so that pods that no policy
 * distinguishes share one. Whether a selector matches a shape never changes: the space is a memo
 * that only grows, shared by all versions of an engine. A selector with a key that the space was
 * not made for needs a new space ({@link #knows}).
 *
 * <p>New selectors and new shapes meet through the values they share (a hash join) and not one by
 * one: 20,000 workloads with 20,000 selectors of their own would be 400 million comparisons.
 */
final class LabelSpace {
    private final Set<String> keys;
    private final Map<Labels, Integer> numbers = new HashMap<>();
    private final List<Labels> shapes = new ArrayList<>();
    private final Map<Selector, SelectorBits> selectors = new HashMap<>();

    /** Shapes by a label they carry, and those that may carry any value. */
    private final Map<Pin, List<Integer>> shapesByPin = new HashMap<>();

    private final List<Integer> vagueShapes = new ArrayList<>();

    /** Selectors by a label that they need, and those that need none in particular. */
    private final Map<Pin, List<SelectorBits>> selectorsByPin = new HashMap<>();

    private final List<SelectorBits> unpinnedSelectors = new ArrayList<>();

    private record Pin(String key, String value) {}

    LabelSpace(Set<String> keys) {
        this.keys = Set.copyOf(keys);
    }

    /** Whether the space was made for all of these keys. */
    boolean knows(Set<String> wanted) {
        return keys.containsAll(wanted);
    }

    /** How many shapes and selectors were ever seen; grows with churn, never shrinks. */
    synchronized int size() {
        return shapes.size() + selectors.size();
    }

    /** The labels of a shape, restricted to the keys that selectors mention. */
    synchronized Labels labels(int shape) {
        return shapes.get(shape);
    }

    /** The number of the shape of these labels. */
    synchronized int shape(Labels labels) {
        Labels own = labels.restrictedTo(keys::contains);
        Integer known = numbers.get(own);
        if (known != null) {
            return known;
        }
        int number = shapes.size();
        shapes.add(own);
        numbers.put(own, number);
        boolean vague = !own.isComplete();
        for (int i = 0; i < own.size(); i++) {
            if (own.isKnown(i)) {
                Pin pin = new Pin(own.key(i), own.value(i));
                shapesByPin.computeIfAbsent(pin, _ -> new ArrayList<>()).add(number);
                if (own.isComplete()) {
                    meet(selectorsByPin.get(pin), number, own);
                }
            } else {
                vague = true;
            }
        }
        if (vague) {
            vagueShapes.add(number);
            for (SelectorBits bits : selectors.values()) {
                bits.record(number, bits.selector().matches(own));
            }
        } else {
            meet(unpinnedSelectors, number, own);
        }
        return number;
    }

    private static void meet(@Nullable List<SelectorBits> selectors, int shape, Labels labels) {
        if (selectors != null) {
            for (SelectorBits bits : selectors) {
                bits.record(shape, bits.selector().matches(labels));
            }
        }
    }

    /** The shapes that a selector matches. */
    synchronized SelectorBits bits(Selector selector) {
        SelectorBits known = selectors.get(selector);
        if (known != null) {
            return known;
        }
        SelectorBits bits = new SelectorBits(selector);
        selectors.put(selector, bits);
        if (selector.isEverything()) {
            return bits;
        }
        Requirement pinning = pinning(selector);
        if (pinning == null) {
            unpinnedSelectors.add(bits);
            for (int shape = 0; shape < shapes.size(); shape++) {
                bits.record(shape, selector.matches(shapes.get(shape)));
            }
            return bits;
        }
        for (String value : pinning.values()) {
            Pin pin = new Pin(pinning.key(), value);
            selectorsByPin.computeIfAbsent(pin, _ -> new ArrayList<>()).add(bits);
            meet(bits, shapesByPin.get(pin));
        }
        meet(bits, vagueShapes);
        return bits;
    }

    private void meet(SelectorBits bits, @Nullable List<Integer> candidates) {
        if (candidates != null) {
            for (int shape : candidates) {
                bits.record(shape, bits.selector().matches(shapes.get(shape)));
            }
        }
    }

    /** The requirement that only few label sets meet: a key with the fewest values. */
    private static @Nullable Requirement pinning(Selector selector) {
        Requirement best = null;
        for (Requirement requirement : selector.requirements()) {
            if (requirement.operator() == Requirement.Operator.IN
                    && (best == null || requirement.values().size() < best.values().size())) {
                best = requirement;
            }
        }
        return best;
    }
}
