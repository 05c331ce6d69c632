package dev.postern.reader.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Manifests with faults such as people make, and worse: mostly still YAML, so that they get past
 * the parser. The same seed makes the same texts.
 */
final class ManifestMutator {
    private static final String[] VALUES = {
        "null",
        "~",
        "{}",
        "[]",
        "\"\"",
        "yes",
        "on",
        "true",
        "0",
        "-1",
        "010",
        "0o17",
        "0x1F",
        "65535",
        "65536",
        "4294967296",
        "99999999999999999999",
        "1e3",
        "80.0",
        ".inf",
        "'80'",
        "\"80\"",
        "[a, b]",
        "{a: b}",
        "[{}]",
        "[null]",
        "In",
        "Exists",
        "NotIn",
        "TCP",
        "tcp",
        "Ingress",
        "egress",
        "0.0.0.0/0",
        "::/0",
        "192.0.2.0/24",
        "192.0.2.7/24",
        "192.0.2.0/33",
        "::ffff:192.0.2.0/120",
        "2001:db8::/129",
        "1.2.3",
        ":::",
        "api.example.com",
        "a_b",
        "A",
        "-",
        "\"\\u0000\"",
        "\"\\e[31m\"",
        "\uD83D\uDEAA",
        "x".repeat(300),
        "a/b/c",
        "None",
        "Pod",
        "Service",
        "Node",
        "Always",
        "2001-01-01",
        "!!str 5",
        "&x a",
        "*x"
    };
    private static final String[] KEYS = {
        "apiVersion",
        "kind",
        "metadata",
        "name",
        "namespace",
        "labels",
        "spec",
        "status",
        "podSelector",
        "matchLabels",
        "matchExpressions",
        "key",
        "operator",
        "values",
        "ingress",
        "egress",
        "from",
        "to",
        "ports",
        "port",
        "endPort",
        "protocol",
        "ipBlock",
        "cidr",
        "except",
        "policyTypes",
        "template",
        "containers",
        "containerPort",
        "items",
        "on",
        "?",
        "\"\"",
        "- a"
    };

    private final Random random;
    private final List<String> corpus;

    ManifestMutator(long seed, List<String> corpus) {
        this.random = new Random(seed);
        this.corpus = corpus;
    }

    /** A text of the corpus with one or two faults. */
    String next() {
        String text = corpus.get(random.nextInt(corpus.size()));
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            text = mutated(text);
        }
        return text;
    }

    private String mutated(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return text;
        }
        int at = random.nextInt(lines.size());
        switch (random.nextInt(40)) {
            case 0 -> {
                return withoutACharacter(text);
            }
            case 1 -> {
                return withAnotherCharacter(text);
            }
            case 2 -> lines.set(at, "  " + lines.get(at));
            case 3, 4, 5 -> lines.subList(at, end(lines, at)).clear();
            case 6 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 7, 8, 9 -> lines.set(at, withAnotherKey(lines.get(at)));
            case 10, 11, 12 -> transplant(lines, lines, at);
            case 13, 14, 15 ->
                    transplant(
                            corpus.get(random.nextInt(corpus.size())).lines().toList(), lines, at);
            case 16, 17, 18, 19, 20, 21 -> lines.set(at, misspelt(lines.get(at)));
            default -> {
                lines.set(at, withAnotherValue(lines.get(at)));
                lines.subList(at + 1, end(lines, at)).clear();
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String withoutACharacter(String text) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + text.substring(at + 1);
    }

    private String withAnotherCharacter(String text) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + (char) (1 + random.nextInt(126)) + text.substring(at);
    }

    private String withAnotherValue(String line) {
        String value = VALUES[random.nextInt(VALUES.length)];
        int brace = line.indexOf('{');
        int colon = line.indexOf(": ", random.nextInt(line.length() + 1));
        colon = colon < 0 ? line.indexOf(": ") : colon;
        if (colon >= 0) {
            int end = colon + 2;
            while (end < line.length() && ",]}".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            return line.substring(0, colon + 2)
                    + value
                    + (brace >= 0 && brace < colon ? line.substring(end) : "");
        }
        int hyphen = line.indexOf("- ");
        if (hyphen >= 0) {
            return line.substring(0, hyphen + 2) + value;
        }
        return line.stripTrailing().endsWith(":") ? line + " " + value : line;
    }

    private String withAnotherKey(String line) {
        int colon = line.indexOf(':');
        int start = colon;
        while (start > 0 && Character.isLetterOrDigit(line.charAt(start - 1))) {
            start--;
        }
        return colon < 0
                ? line
                : line.substring(0, start)
                        + KEYS[random.nextInt(KEYS.length)]
                        + line.substring(colon);
    }

    private String misspelt(String line) {
        if (line.isBlank()) {
            return line;
        }
        int at = random.nextInt(line.length());
        char c = line.charAt(at);
        if (!Character.isLetter(c)) {
            return line;
        }
        char other = random.nextBoolean() ? (char) (c ^ 0x20) : (char) ('a' + random.nextInt(26));
        return line.substring(0, at) + other + line.substring(at + 1);
    }

    /** Puts a subtree, with its lines moved to the margin of the place, before a line. */
    private void transplant(List<String> from, List<String> into, int at) {
        int start = random.nextInt(from.size());
        if (isItem(from.get(start)) != isItem(into.get(at)) && random.nextInt(4) > 0) {
            return; // an item among keys is no YAML, which the parser's own test is about
        }
        int margin = margin(from.get(start));
        int end = end(from, start);
        String pad = " ".repeat(margin(into.get(at)));
        List<String> moved = new ArrayList<>();
        for (String line : from.subList(start, end)) {
            moved.add(pad + line.substring(Math.min(margin, line.length())));
        }
        into.addAll(at, moved);
    }

    /** Where the value that begins in a line ends. */
    private static int end(List<String> lines, int start) {
        String line = lines.get(start);
        int margin = margin(line);
        boolean opens = line.endsWith(":") && !isItem(line);
        int end = start + 1;
        while (end < lines.size()
                && (margin(lines.get(end)) > margin
                        || opens && margin(lines.get(end)) == margin && isItem(lines.get(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isItem(String line) {
        return line.stripLeading().startsWith("- ");
    }

    private static int margin(String line) {
        int margin = 0;
        while (margin < line.length() && line.charAt(margin) == ' ') {
            margin++;
        }
        return margin;
    }
}
