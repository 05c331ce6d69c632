package dev.postern.reader.syntax;

import java.util.random.RandomGenerator;

/** Makes documents in the many ways that people and tools write the same things. */
final class RandomYaml {
    private static final String[] KEYS =
            lines(
                    """
                    name metadata labels app.kubernetes.io/name spec podSelector ports
                    managedFields namespace a b c from ipBlock matchExpressions "quoted"
                    'single' x-y_z f:labels k:{"p":1} tcp80 one _x $ref
                    """
                            .replace(' ', '\n'));

    private static final String[] USUAL =
            lines(
                    """
                    api
                    80
                    0
                    true
                    yes
                    ~
                    null
                    ""
                    ''
                    "80"
                    192.0.2.0/24
                    2001:db8::1
                    ::1
                    "::1"
                    10.5
                    1e3
                    017
                    some words here
                    a#b
                    a:b
                    -1
                    -x
                    "a \\"b\\" \\n c"
                    'it''s'
                    http://example.com:80/x?y=1
                    gr\u00fcn
                    "\u65e5\u672c"
                    a,b
                    []
                    {}
                    [a, b]
                    [80, "x"]
                    {app: api}
                    {a: 1, b: [x, y], c: {}}
                    [{a: b}, {c: d}]
                    registry.example/app:1
                    'folded$   text''s'
                    "folded$$     \\"text\\" \\n  "
                    "$"
                    """);

    private static final String[] ODD =
            lines(
                    """
                    x: y
                    *x
                    &x y
                    !!str 5
                    @x
                    [a, ]
                    {a: b,}
                    {a}
                    [a: b]
                    [ 1 , 2 ]
                    { a : b }
                    {"a": "b"}
                    {"a":1}
                    [a b, c d]
                    %x
                    =
                    <<
                    "a\\tb"
                    "a\\x41"
                    2001-12-14T21:59:43Z
                    "a": b
                    'a'b
                    a 'b' "c"
                    -
                    - a
                    ? x
                    ,
                    a  b
                    "x"#c
                    "x" #c
                    a]
                    {
                    [
                    '
                    """);

    private final RandomGenerator random;
    private final StringBuilder out = new StringBuilder();
    private final int oddity;

    private RandomYaml(RandomGenerator random) {
        this.random = random;
        this.oddity = random.nextInt(3) == 0 ? 20 : 1000;
    }

    static String document(RandomGenerator random) {
        RandomYaml yaml = new RandomYaml(random);
        if (random.nextInt(4) == 0) {
            yaml.out.append("---").append(yaml.tail());
        }
        if (random.nextInt(6) == 0) {
            yaml.sequence(0, 0);
        } else {
            yaml.mapping(0, 0);
        }
        String text = yaml.out.toString();
        return random.nextInt(12) == 0 ? text.replace("\n", "\r\n") : text;
    }

    private void mapping(int indent, int depth) {
        int size = 1 + random.nextInt(4);
        int first = random.nextInt(KEYS.length);
        for (int i = 0; i < size; i++) {
            if (i > 0 || out.isEmpty() || out.charAt(out.length() - 1) == '\n') {
                filler();
                out.append(" ".repeat(indent));
            }
            // Keys differ unless an odd document wants them to clash.
            int key = odd() ? first : (first + i) % KEYS.length;
            out.append(odd() ? "on" : KEYS[key]).append(odd() ? " :" : ":");
            value(indent, depth, false);
        }
    }

    private void sequence(int indent, int depth) {
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            if (i > 0 || out.isEmpty() || out.charAt(out.length() - 1) == '\n') {
                filler();
                out.append(" ".repeat(indent));
            }
            out.append('-');
            if (depth < 5 && random.nextInt(2) == 0) {
                int gap = 1 + (random.nextInt(8) == 0 ? random.nextInt(3) : 0);
                out.append(" ".repeat(gap));
                if (random.nextInt(5) == 0) {
                    sequence(indent + 1 + gap, depth + 1);
                } else {
                    mapping(indent + 1 + gap, depth + 1);
                }
            } else {
                value(indent, depth, true);
            }
        }
    }

    private void value(int indent, int depth, boolean item) {
        int choice = random.nextInt(depth < 5 ? 12 : 6);
        int deeper = indent + (odd() ? random.nextInt(3) : 2);
        switch (choice) {
            case 0 -> out.append(tail());
            case 1 -> block(indent);
            case 6, 7, 8 -> {
                out.append(tail());
                mapping(deeper, depth + 1);
            }
            case 9, 10 -> {
                out.append(tail());
                sequence(item || random.nextBoolean() ? deeper : indent, depth + 1);
            }
            default -> {
                String[] values = odd() ? ODD : USUAL;
                String text = values[random.nextInt(values.length)];
                out.append(" ".repeat(random.nextInt(10) == 0 ? 3 : 1));
                out.append(text.replace("$", "\n" + " ".repeat(indent + 1)));
                boolean plain = Character.isLetterOrDigit(text.charAt(0));
                if (odd() || (plain && random.nextInt(15) == 0)) {
                    out.append("\n")
                            .append(" ".repeat(indent + 2))
                            .append(odd() ? "goes: on" : "goes  on -");
                }
                out.append(tail());
            }
        }
    }

    private void block(int indent) {
        String[] headers = {"|", "|-", ">", ">-", "|+", "|2", "| # why"};
        String header = headers[random.nextInt(odd() ? headers.length : 4)];
        boolean ragged = header.charAt(0) == '|' || odd();
        out.append(' ').append(header).append('\n');
        int lines = odd() ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            int more = i > 0 && ragged && random.nextInt(4) == 0 ? random.nextInt(3) : 0;
            out.append(" ".repeat(indent + 2 + more))
                    .append(random.nextInt(6) == 0 ? "# no: comment" : "text: of a \"block\"")
                    .append(ragged && random.nextInt(8) == 0 ? "\n\n" : "\n");
        }
    }

    private String tail() {
        return switch (random.nextInt(24)) {
            case 0 -> " # why\n";
            case 1 -> "  \n";
            case 2 -> "\n\n";
            default -> "\n";
        };
    }

    private void filler() {
        if (random.nextInt(20) == 0) {
            out.append(" ".repeat(random.nextInt(5))).append("# a comment: with - signs\n");
        }
        if (odd()) {
            out.append(" ");
        }
    }

    private static String[] lines(String text) {
        return text.strip().split("\n");
    }

    private boolean odd() {
        return random.nextInt(oddity) == 0;
    }
}
