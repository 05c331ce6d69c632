package dev.postern.reader.syntax;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The parser's refusals in the words of someone who writes manifests. */
final class YamlComplaint {
    private static final String ID = "PST-yaml-syntax";
    private static final String INDENT =
            "Check the indentation: the keys of one mapping and the dashes of one list start in"
                    + " the same column.";

    private YamlComplaint() {}

    /**
     * What to tell.
     *
     * @param lastLine of what was understood, for refusals that name no place
     * @param isTemplate whether the document holds double braces
     */
    static Unreadable of(
            YamlEngineException refusal, int lineOffset, int lastLine, boolean isTemplate) {
        Unreadable plain = of(refusal, lineOffset, lastLine);
        return isTemplate && plain.id.equals(ID)
                ? new Unreadable(
                        ID,
                        plain.line,
                        plain.column,
                        plain.sentence,
                        "The document holds {{ like a template: render it first (helm template),"
                                + " or quote values that begin with a brace.")
                : plain;
    }

    private static Unreadable of(YamlEngineException refusal, int lineOffset, int lastLine) {
        if (refusal instanceof MarkedYamlEngineException marked) {
            Mark mark = marked.getProblemMark().or(marked::getContextMark).orElse(null);
            int line = lineOffset + (mark == null ? 1 : mark.getLine() + 1);
            int column = mark == null ? 1 : mark.getColumn() + 1;
            int[] buffer = mark == null ? new int[0] : mark.getBuffer();
            int found =
                    mark == null || mark.getPointer() >= buffer.length
                            ? 0
                            : buffer[mark.getPointer()];
            return marked(marked, line, column, lineOffset, found);
        }
        if (refusal instanceof ReaderException reader) {
            return new Unreadable(
                    "PST-not-text",
                    lastLine,
                    1,
                    "the document holds the character "
                            + Quote.character(reader.getCodePoint())
                            + ", which YAML does not allow",
                    "Remove it, or write it as an escape inside double quotes.");
        }
        return unplaced(lastLine);
    }

    /** A refusal without a place or a reason. */
    static Unreadable unplaced(int lastLine) {
        return new Unreadable(
                ID,
                lastLine,
                1,
                "what follows this line is not YAML",
                "Check for a text in quotes that is cut short, and for keys that share a line.");
    }

    private static Unreadable marked(
            MarkedYamlEngineException refusal, int line, int column, int lineOffset, int found) {
        String problem = String.valueOf(refusal.getProblem());
        String context = String.valueOf(refusal.getContext());
        Mark start = refusal.getContextMark().orElse(null);
        String since =
                start == null ? "" : " that begins on line " + (start.getLine() + 1 + lineOffset);
        if (problem.contains("TAB")) {
            return new Unreadable(
                    ID,
                    line,
                    column,
                    "a tab is used for indentation",
                    "Indent with spaces; YAML does not allow tabs there.");
        }
        if (problem.contains("cannot start any token")) {
            return new Unreadable(
                    ID,
                    line,
                    column,
                    "a value can't begin with " + Quote.brief(Character.toString(found)),
                    "Put the value in quotes.");
        }
        if (problem.contains("mapping values are not allowed")) {
            return new Unreadable(
                    ID,
                    line,
                    column,
                    "a colon stands where no key can end",
                    INDENT + " Quote a value that contains a colon and a space.");
        }
        if (problem.contains("could not find expected ':'")) {
            return new Unreadable(
                    ID,
                    line,
                    column,
                    "a colon is missing after a key" + since,
                    "Write \"key: value\", with a space after the colon.");
        }
        if (problem.contains("sequence entries are not allowed")) {
            return new Unreadable(ID, line, column, "a list item can't begin here", INDENT);
        }
        if (problem.contains("mapping keys are not allowed")) {
            return new Unreadable(ID, line, column, "a key can't begin here", INDENT);
        }
        if (context.contains("quoted scalar")) {
            return problem.contains("escape") || problem.contains("hexadecimal")
                    ? new Unreadable(
                            ID,
                            line,
                            column,
                            "a backslash in double quotes begins no escape that YAML knows",
                            "Write \\\\ for a backslash, or use single quotes.")
                    : new Unreadable(
                            ID,
                            line,
                            column,
                            "the quoted text" + since + " is not closed",
                            "Close it with the quote it began with.");
        }
        if (context.contains("flow mapping") || context.contains("flow sequence")) {
            return new Unreadable(
                    ID,
                    line,
                    column,
                    (context.contains("mapping") ? "the braces" : "the brackets")
                            + since
                            + " are not closed, or a comma is missing",
                    "Separate the items with commas and close the bracket."
                            + " Quote a value that begins with { or [.");
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return new Unreadable(
                    ID,
                    line,
                    column,
                    "this line does not fit the "
                            + (context.contains("mapping") ? "mapping" : "list")
                            + since,
                    INDENT);
        }
        if (context.contains("block scalar")) {
            return new Unreadable(
                    ID,
                    line,
                    column,
                    "the text after | or > is not indented as it should be",
                    "Indent all its lines deeper than its key, the first no deeper than the rest.");
        }
        if (problem.contains("special characters")) {
            return new Unreadable(
                    "PST-not-text",
                    line,
                    column,
                    "a character stands here that YAML does not allow",
                    "Remove it, or write it as an escape inside double quotes.");
        }
        return new Unreadable(
                ID,
                line,
                column,
                "this is not YAML: "
                        + Quote.brief(
                                context.isEmpty() || context.equals("null")
                                        ? problem
                                        : context + ", " + problem),
                INDENT);
    }
}
