package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "ingress, ingress, 0",
        "Ingress, iNGRESS, 0",
        "ingres, ingress, 1",
        "inggress, ingress, 1",
        "engress, ingress, 1",
        "ingerss, ingress, 1",
        "egress, ingress, 2",
        "'', egress, 6",
        "ca, abc, 3",
    })
    void the_distance_counts_letters_added_lost_changed_and_swapped(
            String one, String other, int distance) {
        assertThat(Spelling.distance(one, other, 9)).isEqualTo(distance);
        assertThat(Spelling.distance(other, one, 9)).isEqualTo(distance);
    }

    @Test
    void the_distance_is_that_of_trying_every_way() {
        Cases.each(
                3000,
                random -> {
                    String a = word(random);
                    String b = word(random);
                    int limit = random.nextInt(5);
                    int distance = Spelling.distance(a, b, limit);
                    int slow = slow(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
                    if (slow <= limit) {
                        assertThat(distance).as("%s, %s", a, b).isEqualTo(slow);
                    } else {
                        assertThat(distance).as("%s, %s", a, b).isGreaterThan(limit);
                    }
                    assertThat(Spelling.isSlip(a, b)).as("%s, %s", a, b).isEqualTo(slow <= 1);
                });
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            word.append("abcA".charAt(random.nextInt(4)));
        }
        return word.toString();
    }

    private static int slow(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int changed = a.charAt(0) == b.charAt(0) ? 0 : 1;
        int least = changed + slow(a.substring(1), b.substring(1));
        least = Math.min(least, 1 + slow(a.substring(1), b));
        least = Math.min(least, 1 + slow(a, b.substring(1)));
        if (a.length() > 1
                && b.length() > 1
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)) {
            least = Math.min(least, 1 + slow(a.substring(2), b.substring(2)));
        }
        return least;
    }

    @ParameterizedTest
    @CsvSource({
        "podSelecter, podSelector",
        "podselector, podSelector",
        "PodSelector, podSelector",
        "namespaceSelctor, namespaceSelector",
        "ipblock, ipBlock",
        "name, namespaceSelector",
    })
    void the_word_that_was_meant_is_found(String written, String meant) {
        assertThat(Spelling.nearest(written, "ipBlock", "namespaceSelector", "podSelector"))
                .hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"serviceAccount", "nam", "x", "''"})
    void another_word_is_no_slip_of_any(String written) {
        assertThat(Spelling.nearest(written, "ipBlock", "namespaceSelector", "podSelector"))
                .isEmpty();
    }

    @Test
    void of_two_words_as_near_the_first_by_alphabet_is_named_whatever_their_order() {
        assertThat(Spelling.nearest("web-3", "web-2", "web-1")).hasValue("web-1");
        assertThat(Spelling.nearest("web-3", "web-1", "web-2")).hasValue("web-1");
    }

    @Test
    void the_nearer_word_wins_over_the_first_by_alphabet() {
        assertThat(Spelling.nearest("payment", "payed", "payments")).hasValue("payments");
    }

    @Test
    void a_word_begun_wins_over_a_slip() {
        assertThat(Spelling.nearest("cach", "bach", "cache-of-orders")).hasValue("cache-of-orders");
        assertThat(Spelling.nearest("cac", "cache-of-orders")).isEmpty();
    }

    @Test
    void a_short_word_forgives_one_letter_and_a_long_one_more() {
        assertThat(Spelling.nearest("abd", "abc")).hasValue("abc");
        assertThat(Spelling.nearest("add", "abc")).isEmpty();
        assertThat(Spelling.nearest("namespcaeSelectr", "namespaceSelector"))
                .hasValue("namespaceSelector");
    }

    @Test
    void among_no_words_none_is_near() {
        assertThat(Spelling.nearest("web")).isEmpty();
    }
}
