package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Requirement.Operator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectorTest {
    private static final List<String> KEYS = List.of("app", "tier");

    /** The last is a value that no selector mentions. */
    private static final List<String> VALUES = List.of("db", "web", "another");

    @Test
    void the_empty_selector_selects_everything_even_what_could_not_be_read() {
        assertThat(Selector.EVERYTHING.isEverything()).isTrue();
        assertThat(Selector.EVERYTHING.matches(Labels.NONE)).isEqualTo(Truth.TRUE);
        assertThat(Selector.EVERYTHING.matches(Labels.UNREADABLE)).isEqualTo(Truth.TRUE);
        assertThat(new Selector(List.of())).isEqualTo(Selector.EVERYTHING);
    }

    @Test
    void one_requirement_that_fails_outweighs_what_is_not_known() {
        Selector selector =
                new Selector(
                        List.of(Requirement.equal("hash", "1"), Requirement.equal("app", "web")));
        Labels unknown = Labels.NONE.withUnknown("hash");
        assertThat(selector.matches(unknown.with("app", "db"))).isEqualTo(Truth.FALSE);
        assertThat(selector.matches(unknown.with("app", "web"))).isEqualTo(Truth.UNKNOWN);
        assertThat(selector.matches(Labels.UNREADABLE.with("app", "db"))).isEqualTo(Truth.FALSE);
    }

    @Test
    void selectors_that_say_the_same_are_equal_whatever_the_order() {
        Cases.each(
                2000,
                random -> {
                    List<Requirement> written = requirements(random, 5);
                    List<Requirement> shuffled = new ArrayList<>(written);
                    if (!written.isEmpty()) {
                        shuffled.add(written.getFirst());
                    }
                    Collections.shuffle(shuffled, random);
                    Selector one = new Selector(written);
                    Selector other = new Selector(shuffled);
                    assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
                    assertThat(other).hasToString(one.toString());
                    assertThat(Set.copyOf(one.requirements())).isEqualTo(Set.copyOf(written));
                });
    }

    @Test
    void selectors_that_say_something_else_are_not_equal() {
        Cases.each(
                2000,
                random -> {
                    List<Requirement> a = requirements(random, 3);
                    List<Requirement> b = requirements(random, 3);
                    assertThat(new Selector(a).equals(new Selector(b)))
                            .isEqualTo(Set.copyOf(a).equals(Set.copyOf(b)));
                });
    }

    @Test
    void an_answer_holds_in_every_world_that_the_labels_leave_open() {
        Cases.each(
                4000,
                random -> {
                    Labels labels = labels(random);
                    Selector selector = new Selector(requirements(random, 3));
                    Set<Truth> answers = EnumSet.noneOf(Truth.class);
                    for (Labels world : worlds(labels)) {
                        answers.add(selector.matches(world));
                    }
                    Truth answer = selector.matches(labels);
                    String what = selector + " on " + labels + " of " + labels.isComplete();
                    assertThat(answers).as(what).doesNotContain(Truth.UNKNOWN);
                    if (answer != Truth.UNKNOWN) {
                        assertThat(answers).as(what).containsExactly(answer);
                    } else if (selector.requirements().size() == 1) {
                        assertThat(answers).as(what).hasSize(2);
                    }
                });
    }

    private static List<Requirement> requirements(Random random, int most) {
        List<Requirement> requirements = new ArrayList<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            Operator operator = Operator.values()[random.nextInt(4)];
            List<String> values = new ArrayList<>();
            if (operator.takesValues()) {
                int first = random.nextInt(2);
                values.add(VALUES.get(first));
                if (random.nextBoolean()) {
                    values.add(VALUES.get(1 - first));
                }
            }
            requirements.add(new Requirement(key, operator, values));
        }
        return requirements;
    }

    private static Labels labels(Random random) {
        Labels labels = random.nextInt(4) == 0 ? Labels.UNREADABLE : Labels.NONE;
        for (String key : KEYS) {
            int choice = random.nextInt(5);
            if (choice < VALUES.size()) {
                labels = labels.with(key, VALUES.get(choice));
            } else if (choice == 3) {
                labels = labels.withUnknown(key);
            }
        }
        return labels;
    }

    /** All that the labels may be once everything is known. */
    private static List<Labels> worlds(Labels labels) {
        List<Map<String, String>> worlds = List.of(Map.of());
        for (String key : KEYS) {
            List<Map<String, String>> wider = new ArrayList<>();
            for (Map<String, String> world : worlds) {
                if (labels.has(key) != Truth.TRUE) {
                    wider.add(world);
                }
                for (String value : VALUES) {
                    if (labels.has(key, value) != Truth.FALSE) {
                        Map<String, String> more = new HashMap<>(world);
                        more.put(key, value);
                        wider.add(more);
                    }
                }
            }
            worlds = wider;
        }
        return worlds.stream().map(Labels::of).toList();
    }

    @Test
    void a_selector_is_printed_as_kubectl_writes_it() {
        Selector selector =
                new Selector(
                        List.of(
                                new Requirement("tier", Operator.NOT_IN, List.of("db", "cache")),
                                Requirement.equal("app", "web"),
                                new Requirement("legacy", Operator.DOES_NOT_EXIST, List.of())));
        assertThat(selector).hasToString("app=web,!legacy,tier notin (cache,db)");
    }
}
