package dev.postern.reader.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.reader.syntax.Scalar.Kind;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainScalarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"})
    void words_of_consent_are_true(String text) {
        Scalar scalar = plain(text);
        assertThat(scalar.kind()).isEqualTo(Kind.BOOLEAN);
        assertThat(scalar.isTrue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"})
    void words_of_denial_are_false(String text) {
        Scalar scalar = plain(text);
        assertThat(scalar.kind()).isEqualTo(Kind.BOOLEAN);
        assertThat(scalar.isTrue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void words_for_nothing_are_null(String text) {
        assertThat(plain(text).kind()).isEqualTo(Kind.NULL);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "80, 80",
        "-1, -1",
        "+1, 1",
        "017, 15",
        "0o17, 15",
        "-017, -15",
        "0x1F, 31",
        "0XfF, 255",
        "0b101, 5",
        "-0b101, -5",
        "1_000, 1000",
        "0_7, 7",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void whole_numbers_have_the_value_that_go_reads(String text, long value) {
        Scalar scalar = plain(text);
        assertThat(scalar.kind()).isEqualTo(Kind.INTEGER);
        assertThat(scalar.integer()).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18446744073709551615",
                "9223372036854775808",
                "0xFFFFFFFFFFFFFFFFFF",
                "0x8000000000000000"
            })
    void whole_numbers_beyond_a_long_have_no_value_here(String text) {
        assertThat(plain(text).kind()).isEqualTo(Kind.INTEGER);
        assertThat(plain(text).integer()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, ",
        "1e3, 1000",
        "80.0, 80",
        "08, 8",
        "1., 1",
        ".5, ",
        "-.5e1, -5",
        "1_0.0, 10",
        "18446744073709551616, ",
        "-99999999999999999999, ",
        "1e30, ",
        ".inf, ",
        "-.INF, ",
        "+.Inf, ",
        ".NaN, "
    })
    void a_float_without_a_fraction_is_a_whole_number_in_json(String text, Long value) {
        Scalar scalar = plain(text);
        assertThat(scalar.kind()).isEqualTo(Kind.FLOAT);
        assertThat(scalar.integer())
                .isEqualTo(value == null ? OptionalLong.empty() : OptionalLong.of(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tRue",
                "oN",
                "yEs",
                "nULL",
                "nil",
                "none",
                "_1",
                "1.2.3.4",
                "1.2.3",
                "0x",
                "0xg",
                "0b2",
                "+",
                "-",
                ".",
                "..",
                ".e3",
                "1e",
                "1e999",
                "0o8",
                "1h",
                "12:30:45",
                "2001-12-14",
                "192.0.2.0/24",
                "2001:db8::/32",
                "80/tcp",
                "0x1p3",
                "--1",
                "1-2",
                "<<",
                "yess",
                "on-call",
                "٣",
                "1٣"
            })
    void other_texts_are_strings(String text) {
        assertThat(plain(text).kind()).isEqualTo(Kind.STRING);
        assertThat(plain(text).integer()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"80\"', STRING",
        "!!str 80, STRING",
        "'''80''', STRING",
        "!!int 80, INTEGER",
        "!!int \"80\", INTEGER",
        "!!float 80, INTEGER",
        "! 80, STRING",
        "!local 80, STRING"
    })
    void quotes_and_tags_decide_before_the_text(String value, Kind kind) {
        var documents =
                Documents.parse(
                        "x.yaml",
                        ("a: " + value).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Mapping root = (Mapping) documents.getFirst().root().orElseThrow();
        assertThat(((Scalar) root.get("a").orElseThrow()).kind()).isEqualTo(kind);
    }

    private static Scalar plain(String text) {
        return new Scalar(1, 1, text, PlainScalar.kind(text));
    }
}
