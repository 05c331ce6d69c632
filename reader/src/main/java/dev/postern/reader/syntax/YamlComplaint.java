package dev.postern.reader.syntax;

import org.jspecify.annotations.Nullable;
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
            Place place = Place.of(marked.getProblemMark().orElse(null), lineOffset);
            Place start = Place.of(marked.getContextMark().orElse(null), lineOffset);
            return marked(marked, place == null ? start : place, start, lastLine);
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

    /** Where something is, and the character there. */
    private record Place(int line, int column, int character) {

        static @Nullable Place of(@Nullable Mark mark, int lineOffset) {
            if (mark == null) {
                return null;
            }
            int[] buffer = mark.getBuffer();
            int at = mark.getPointer();
            return new Place(
                    mark.getLine() + 1 + lineOffset,
                    mark.getColumn() + 1,
                    at < buffer.length ? buffer[at] : 0);
        }

        Unreadable syntax(String sentence, String advice) {
            return new Unreadable(ID, line, column, sentence, advice);
        }

        Unreadable forbidden() {
            return new Unreadable(
                    "PST-not-text",
                    line,
                    column,
                    "a character stands here that YAML does not allow",
                    "Remove it, or write it as an escape inside double quotes.");
        }
    }

    /**
     * A refusal with its place.
     *
     * @param start where what is refused begins
     */
    private static Unreadable marked(
            MarkedYamlEngineException refusal,
            @Nullable Place found,
            @Nullable Place start,
            int lastLine) {
        if (found == null) {
            return unplaced(lastLine);
        }
        String problem = String.valueOf(refusal.getProblem());
        String context = String.valueOf(refusal.getContext());
        Place begin = start == null ? found : start;
        String since = " that begins on line " + begin.line;
        if (problem.contains("TAB")) {
            return found.syntax(
                    "a tab is used for indentation",
                    "Indent with spaces; YAML does not allow tabs there.");
        }
        if (problem.contains("cannot start any token")) {
            return found.syntax(
                    "a value can't begin with " + Quote.brief(Character.toString(found.character)),
                    "Put the value in quotes.");
        }
        if (problem.contains("mapping values are not allowed")) {
            return found.syntax(
                    "a colon stands where no key can end",
                    INDENT + " Quote a value that contains a colon and a space.");
        }
        if (problem.contains("could not find expected ':'")) {
            return begin.syntax(
                    "this line is no key with a colon",
                    "Write \"key: value\", with a space after the colon; indent a text that goes"
                            + " on over several lines.");
        }
        if (problem.contains("sequence entries are not allowed")) {
            return found.syntax("a list item can't begin here", INDENT);
        }
        if (problem.contains("mapping keys are not allowed")) {
            return found.syntax("a key can't begin here", INDENT);
        }
        if (problem.contains("special characters") || problem.contains("DEL character")) {
            return found.forbidden();
        }
        if (context.contains("quoted scalar")) {
            return problem.contains("escape") || problem.contains("hexadecimal")
                    ? found.syntax(
                            "a backslash in double quotes begins no escape that YAML knows",
                            "Write \\\\ for a backslash, or use single quotes.")
                    : begin.syntax(
                            "the quoted text that begins here is not closed",
                            "Close it with the quote it began with.");
        }
        if (context.contains("flow mapping") || context.contains("flow sequence")) {
            return found.syntax(
                    (context.contains("mapping") ? "the brace" : "the bracket")
                            + " on line "
                            + begin.line
                            + " is not closed, or a comma is missing",
                    "Separate the items with commas and close the bracket."
                            + " Quote a value that begins with { or [.");
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return found.syntax(
                    "this line does not fit the "
                            + (context.contains("mapping") ? "mapping" : "list")
                            + since,
                    INDENT);
        }
        if (context.contains("block scalar")) {
            return found.syntax(
                    "the text after | or > is not indented as it should be",
                    "Indent all its lines deeper than its key, the first no deeper than the rest.");
        }
        if (problem.contains("node content")) {
            return found.syntax(
                    "a value can't begin with " + Quote.brief(Character.toString(found.character)),
                    "Put the value in quotes, or open the bracket that is closed here.");
        }
        if (problem.contains("document start")) {
            return found.syntax(
                    "the document ended before this line",
                    "Begin another document with a line of three dashes, or check the"
                            + " indentation of the lines above.");
        }
        if (context.contains("anchor") || context.contains("alias") || context.contains("tag")) {
            return begin.syntax(
                    "a name is missing or wrong after " + Character.toString(begin.character),
                    "Put the value in quotes; unquoted, &, * and ! mean anchors, aliases and"
                            + " tags.");
        }
        return found.syntax("this line is not YAML", INDENT);
    }
}
