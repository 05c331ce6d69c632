package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final Labels WEB = Labels.of(Map.of("app", "web", "tier", "front"));

    @Test
    void the_order_in_which_labels_are_written_says_nothing() {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("tier", "front");
        written.put("app", "web");
        Labels labels = Labels.of(written);
        assertThat(labels).isEqualTo(WEB).hasSameHashCodeAs(WEB).hasToString("app=web,tier=front");
        assertThat(Labels.NONE.with("tier", "front").with("app", "web"))
                .isEqualTo(WEB)
                .hasSameHashCodeAs(WEB);
    }

    @Test
    void no_labels_are_not_unreadable_labels() {
        assertThat(Labels.of(Map.of())).isEqualTo(Labels.NONE).isNotEqualTo(Labels.UNREADABLE);
        assertThat(Labels.NONE.has("app")).isEqualTo(Truth.FALSE);
        assertThat(Labels.NONE.has("app", "web")).isEqualTo(Truth.FALSE);
        assertThat(Labels.UNREADABLE.has("app")).isEqualTo(Truth.UNKNOWN);
        assertThat(Labels.UNREADABLE.has("app", "web")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void what_is_added_to_unreadable_labels_is_known_and_the_rest_stays_open() {
        Labels labels = Labels.UNREADABLE.with("app", "web");
        assertThat(labels.has("app", "web")).isEqualTo(Truth.TRUE);
        assertThat(labels.has("app", "db")).isEqualTo(Truth.FALSE);
        assertThat(labels.has("tier")).isEqualTo(Truth.UNKNOWN);
        assertThat(labels.isComplete()).isFalse();
        assertThat(labels).isNotEqualTo(Labels.of(Map.of("app", "web")));
    }

    @Test
    void a_label_whose_value_is_not_known_is_there_all_the_same() {
        Labels labels = WEB.withUnknown("hash");
        assertThat(labels.has("hash")).isEqualTo(Truth.TRUE);
        assertThat(labels.has("hash", "1")).isEqualTo(Truth.UNKNOWN);
        assertThat(labels.show("hash")).isEqualTo("?");
        assertThat(labels.isKnown(1)).isFalse();
        assertThat(labels).hasToString("app=web,hash=?,tier=front");
        assertThat(labels).isNotEqualTo(WEB).isNotEqualTo(WEB.with("hash", "?"));
    }

    @Test
    void a_written_value_outlives_not_knowing_it() {
        assertThat(WEB.withUnknown("app")).isEqualTo(WEB);
        assertThat(WEB.withUnknown("hash").with("hash", "1")).isEqualTo(WEB.with("hash", "1"));
    }

    @Test
    void a_value_given_anew_replaces_the_old_one_and_leaves_the_old_labels_alone() {
        assertThat(WEB.with("app", "api").show("app")).isEqualTo("api");
        assertThat(WEB.with("app", "api").size()).isEqualTo(2);
        assertThat(WEB.show("app")).isEqualTo("web");
    }

    @Test
    void the_labels_are_listed_by_key() {
        Labels labels = WEB.withUnknown("hash");
        assertThat(labels.size()).isEqualTo(3);
        assertThat(labels.key(0) + " " + labels.key(1) + " " + labels.key(2))
                .isEqualTo("app hash tier");
        assertThat(labels.value(0)).isEqualTo("web");
        assertThat(labels.value(1)).isEqualTo("?");
        assertThat(labels.show("absent")).isEmpty();
    }

    @Test
    void the_labels_that_nobody_asks_for_make_no_difference() {
        Labels one = WEB.withUnknown("hash");
        Labels other = Labels.of(Map.of("tier", "front", "team", "blue")).withUnknown("hash");
        assertThat(one.restrictedTo(key -> !key.equals("app")))
                .isEqualTo(other.restrictedTo(key -> !key.equals("team")))
                .hasToString("hash=?,tier=front");
        assertThat(one.restrictedTo(_ -> true)).isEqualTo(one);
        assertThat(one.restrictedTo(_ -> false)).isEqualTo(Labels.NONE);
    }

    @Test
    void unreadable_labels_stay_unreadable_however_few_are_asked_for() {
        Labels labels = Labels.UNREADABLE.with("app", "web").restrictedTo(_ -> false);
        assertThat(labels).isEqualTo(Labels.UNREADABLE);
        assertThat(labels.has("app")).isEqualTo(Truth.UNKNOWN);
    }
}
