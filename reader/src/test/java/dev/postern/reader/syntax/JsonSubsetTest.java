package dev.postern.reader.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.reader.Mutator;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The quick reading of JSON holds to the complete one. */
class JsonSubsetTest {
    private static final long SEED = 31_415_926L;
    private static final String[] SCALARS = {
        "0",
        "-0",
        "80",
        "-1",
        "1.5",
        "1e3",
        "-2.5E-3",
        "true",
        "false",
        "null",
        "\"\"",
        "\"api\"",
        "\"gr\u00fcn\"",
        "\"\u65e5\u672c\"",
        "\"\\u00e4\\n\\\\ \\/\"",
        "\"\ud83d\ude00\"",
        "\"\\ud83d\\ude00\"",
        "\"192.0.2.0/24\"",
        "\"a longer text than the words that are kept\""
    };
    private static final String[] KEYS = {
        "metadata", "managedFields", "name", "labels", "a", "b", "gr\u00fcn", "x\\u0041", ""
    };

    private int taken;
    private int declined;

    @Test
    void generated_values_read_the_same_both_ways() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20_000; i++) {
            compare(document(random).getBytes(UTF_8));
        }
        System.out.println("JSON, generated: " + taken + " read quickly, " + declined + " not");
        assertThat(taken).isEqualTo(20_000);
    }

    @Test
    void damaged_values_read_the_same_both_ways() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        List<byte[]> texts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            texts.add(document(random).getBytes(UTF_8));
        }
        Mutator mutator = new Mutator(random, texts);
        for (int i = 0; i < 100_000; i++) {
            compare(mutator.mutate(texts.get(random.nextInt(texts.size()))));
        }
        System.out.println("JSON, damaged: " + taken + " read quickly, " + declined + " not");
        assertThat(taken).isGreaterThan(10_000);
        assertThat(declined).isGreaterThan(10_000);
    }

    private void compare(byte[] raw) {
        byte[] text;
        try {
            text = Text.of(raw).bytes;
        } catch (Unreadable e) {
            return;
        }
        List<Document> quick = JsonSubset.parse("x.json", text);
        if (quick == null) {
            declined++;
            return;
        }
        taken++;
        assertThat(quick)
                .as("documents of\n%s\n", new String(text, UTF_8))
                .isEqualTo(JsonValues.parse("x.json", text));
    }

    private static String document(RandomGenerator random) {
        StringBuilder out = new StringBuilder();
        do {
            out.append(random.nextBoolean() ? "{" : "[");
            items(out, out.charAt(out.length() - 1) == '{', random, 0);
        } while (random.nextInt(5) == 0);
        return out.toString();
    }

    private static void items(
            StringBuilder out, boolean mapping, RandomGenerator random, int depth) {
        int size = random.nextInt(5);
        int first = random.nextInt(KEYS.length);
        for (int i = 0; i < size; i++) {
            out.append(i > 0 ? "," : "").append(blank(random));
            if (mapping) {
                out.append('"').append(KEYS[(first + i) % KEYS.length]).append('"');
                out.append(blank(random)).append(':').append(blank(random));
            }
            if (depth < 5 && random.nextInt(3) == 0) {
                boolean inner = random.nextBoolean();
                out.append(inner ? '{' : '[');
                items(out, inner, random, depth + 1);
            } else {
                out.append(SCALARS[random.nextInt(SCALARS.length)]);
            }
            out.append(blank(random));
        }
        out.append(blank(random)).append(mapping ? '}' : ']');
    }

    private static String blank(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> "\n  ";
            case 1 -> " ";
            case 2 -> "\r\n\t";
            default -> "";
        };
    }
}
