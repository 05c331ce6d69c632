package dev.postern.reader.kubernetes;

import dev.postern.model.Finding;
import dev.postern.model.Origin;
import dev.postern.model.Spelling;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;
import dev.postern.reader.syntax.Sequence;
import java.util.List;
import java.util.OptionalLong;

/**
 * An object that is being read: what it is called, where it stands, and what is wrong with it. A
 * value of the wrong type is reported and read as absent, so that the rest is read in the same run.
 */
final class Draft {
    static final int NO_NUMBER = Integer.MIN_VALUE;
    private static final Mapping NOTHING = new Mapping(0, 0, List.of());
    private static final Sequence NO_ITEMS = new Sequence(0, 0, List.of());
    private static final int SHOWN = 60;

    private final String file;
    private final List<Finding> findings;
    private final Pool pool;
    private String title;
    private boolean broken;

    Draft(String file, String title, Pool pool, List<Finding> findings) {
        this.file = file;
        this.title = clean(title);
        this.pool = pool;
        this.findings = findings;
    }

    /** Names the object in the messages that follow. */
    void title(String text) {
        title = clean(text);
    }

    Pool pool() {
        return pool;
    }

    boolean isBroken() {
        return broken;
    }

    /** How much was found wrong, here and in what was read before. */
    int problems() {
        return findings.size();
    }

    /** Counts the object as broken for a reason that is reported elsewhere. */
    void markBroken() {
        broken = true;
    }

    Origin.Written origin(Node node, Path path) {
        return new Origin.Written(file, node.line(), node.column(), path.toString());
    }

    /** Reports that the value at {@code path} {@code what}, such as "is no port". */
    void report(Problem problem, Node at, Path path, String what, String advice) {
        report(problem, problem.severity(), at.line(), at.column(), path, what, advice);
    }

    void report(
            Problem problem,
            Finding.Severity severity,
            int line,
            int column,
            Path path,
            String what,
            String advice) {
        String pointer = path.toString();
        String subject = pointer.isEmpty() ? title : pointer + " of " + title;
        findings.add(
                new Finding(
                        problem.id(),
                        severity,
                        subject + " " + what + ".",
                        advice,
                        new Origin.Written(file, line, column, pointer)));
        broken |= severity == Finding.Severity.ERROR;
    }

    static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.isNull();
    }

    /** The mapping, or an empty one where there is null or something else. */
    Mapping mapping(Node node, Path path) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        if (!isNull(node)) {
            wrongType(node, path, "a mapping");
        }
        return NOTHING;
    }

    /** The list, or an empty one where there is null or something else. */
    Sequence sequence(Node node, Path path) {
        if (node instanceof Sequence sequence) {
            return sequence;
        }
        if (!isNull(node)) {
            wrongType(node, path, "a list");
        }
        return NO_ITEMS;
    }

    /** The text, or an empty one where there is null or something else. */
    String text(Node node, Path path) {
        if (node instanceof Scalar scalar) {
            switch (scalar.kind()) {
                case STRING -> {
                    return scalar.text();
                }
                case NULL -> {
                    return "";
                }
                case BOOLEAN, INTEGER, FLOAT -> {}
            }
        }
        wrongType(node, path, "a string");
        return "";
    }

    /** A text that many objects have in common. */
    String sharedText(Node node, Path path) {
        return pool.share(text(node, path));
    }

    boolean bool(Node node, Path path) {
        if (node instanceof Scalar scalar) {
            if (scalar.kind() == Scalar.Kind.BOOLEAN) {
                return scalar.isTrue();
            }
            if (scalar.isNull()) {
                return false;
            }
        }
        wrongType(node, path, "true or false");
        return false;
    }

    /** The number, or {@link #NO_NUMBER} where there is null or something else. */
    int integer(Node node, Path path) {
        if (node instanceof Scalar scalar) {
            switch (scalar.kind()) {
                case INTEGER, FLOAT -> {
                    return number(scalar, path);
                }
                case NULL -> {
                    return NO_NUMBER;
                }
                case STRING, BOOLEAN -> {}
            }
        }
        wrongType(node, path, "a number");
        return NO_NUMBER;
    }

    private int number(Scalar scalar, Path path) {
        OptionalLong value = scalar.integer();
        if (value.isEmpty()
                || value.getAsLong() <= Integer.MIN_VALUE
                || value.getAsLong() > Integer.MAX_VALUE) {
            report(
                    Problem.WRONG_TYPE,
                    scalar,
                    path,
                    "is " + show(scalar) + ", and only a whole number of 32 bits fits here",
                    "Write a whole number.");
            return NO_NUMBER;
        }
        if (!isPlainDecimal(scalar.text())) {
            report(
                    Problem.YAML_NUMBER,
                    scalar,
                    path,
                    "is written " + show(scalar) + ", which kubectl reads as " + value.getAsLong(),
                    "Write "
                            + value.getAsLong()
                            + ", or the number you mean, without a leading zero.");
        }
        return (int) value.getAsLong();
    }

    static boolean isPlainDecimal(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        if (text.length() == from) {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() == from + 1 || text.charAt(from) != '0';
    }

    private void wrongType(Node node, Path path, String wanted) {
        String advice =
                switch (node) {
                    case Scalar scalar
                            when wanted.equals("a string") && scalar.kind() != Scalar.Kind.STRING ->
                            "Quote it: \"" + scalar.text() + "\".";
                    case Scalar scalar when wanted.equals("a list") && !scalar.isNull() ->
                            "Write a list: [" + show(scalar) + "].";
                    case Mapping _ when wanted.equals("a list") ->
                            "Put a hyphen before it, to make it an item of a list.";
                    case Scalar scalar
                            when wanted.equals("a number") && isPlainDecimal(scalar.text()) ->
                            "Drop the quotes.";
                    case Sequence sequence when sequence.items().size() == 1 ->
                            "Drop the hyphen or the brackets: there can be only one.";
                    case Mapping _, Scalar _, Sequence _ -> "Write " + wanted + ".";
                };
        report(
                Problem.WRONG_TYPE,
                node,
                path,
                "is " + describe(node) + " where " + wanted + " belongs",
                advice);
    }

    /** What a value is, as a person would put it. */
    static String describe(Node node) {
        return switch (node) {
            case Mapping _ -> "a mapping";
            case Sequence _ -> "a list";
            case Scalar scalar ->
                    switch (scalar.kind()) {
                        case STRING -> "the text " + show(scalar);
                        case INTEGER, FLOAT -> "read as the number " + show(scalar);
                        case BOOLEAN -> readAsBoolean(scalar);
                        case NULL -> "null";
                    };
        };
    }

    private static String readAsBoolean(Scalar scalar) {
        String plain = Boolean.toString(scalar.isTrue());
        return scalar.text().equals(plain)
                ? "read as the boolean " + plain
                : "written " + scalar.text() + ", which YAML reads as the boolean " + plain + ",";
    }

    /** A value as it was written, cut where it is too long to print. */
    static String show(Scalar scalar) {
        return quote(scalar.text(), scalar.kind() == Scalar.Kind.STRING);
    }

    static String quote(String text) {
        return quote(text, true);
    }

    private static String quote(String text, boolean quoted) {
        String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        String clean = clean(cut);
        return quoted ? "\"" + clean + "\"" : clean;
    }

    /** Control characters would let a manifest write to the terminal of who reads the finding. */
    static String clean(String text) {
        int at = 0;
        while (at < text.length() && !Character.isISOControl(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            clean.append(Character.isISOControl(c) ? '�' : c);
        }
        return clean.toString();
    }

    /** Reports a key that the API server does not know. */
    void unknown(Mapping.Entry entry, Path path, String... known) {
        String nearest = Spelling.nearest(entry.key(), known).orElse("");
        report(
                Problem.UNKNOWN_FIELD,
                Problem.UNKNOWN_FIELD.severity(),
                entry.line(),
                entry.column(),
                path.at(clean(entry.key())),
                "is no field of Kubernetes",
                nearest.isEmpty()
                        ? "Fields that may stand here: " + String.join(", ", known) + "."
                        : "Write " + nearest + ".");
    }

    /**
     * Reports a key that is a slip of a field that is read here and not written; any other key is
     * none of our business.
     *
     * @return whether it is a slip
     */
    boolean slip(Mapping in, Mapping.Entry entry, Path path, String... fields) {
        String key = entry.key();
        for (String field : fields) {
            if (Spelling.isSlip(key, field) && in.get(field).isEmpty()) {
                unknown(entry, path, field);
                return true;
            }
        }
        return false;
    }

    void missing(Node in, Path path, String advice) {
        report(Problem.MISSING_FIELD, in, path, "is missing", advice);
    }
}
