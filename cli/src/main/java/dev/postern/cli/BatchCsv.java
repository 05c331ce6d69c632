package dev.postern.cli;

import dev.postern.engine.question.Batch;
import dev.postern.engine.question.Misunderstood;
import dev.postern.reader.UnreadableInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers a csv of questions: the rows come back as they were, with {@code verdict} and {@code
 * decided_by} added. A row that can't be answered stops the run and is named by its line, so that
 * no row is ever lost in silence.
 */
final class BatchCsv {
    private static final List<String> HEADER = List.of("source", "destination", "protocol", "port");

    private final String name;
    private final Batch batch;
    private final PrintStream out;

    BatchCsv(String name, Batch batch, PrintStream out) {
        this.name = name;
        this.batch = batch;
        this.out = out;
    }

    void answer(BufferedReader in) throws IOException, UnreadableInput {
        String header = in.readLine();
        if (header == null || !fields(withoutMark(header), 1).equals(HEADER)) {
            throw new UnreadableInput(
                    "%s:1: the first line must be %s".formatted(name, String.join(",", HEADER)));
        }
        StringBuilder text = new StringBuilder(1 << 16);
        text.append(String.join(",", HEADER)).append(",verdict,decided_by\n");
        try {
            int line = 1;
            for (String row = in.readLine(); row != null; row = in.readLine()) {
                line++;
                if (!row.isEmpty()) {
                    answer(row, line, text);
                }
                if (text.length() > 1 << 15) {
                    out.append(text);
                    text.setLength(0);
                }
            }
        } finally {
            // Where a row stops the run, those before it have their answers, and whole ones.
            out.append(text);
            out.flush();
        }
    }

    /** Spreadsheets begin a file in UTF-8 with a byte order mark. */
    private static String withoutMark(String header) {
        return header.startsWith("\uFEFF") ? header.substring(1) : header;
    }

    private void answer(String row, int line, StringBuilder text) throws UnreadableInput {
        List<String> fields = fields(row, line);
        if (fields.size() != HEADER.size()) {
            throw new UnreadableInput(
                    "%s:%d: %s where %s are asked for"
                            .formatted(
                                    name,
                                    line,
                                    Counted.of(fields.size(), "field"),
                                    String.join(",", HEADER)));
        }
        try {
            Batch.Row answer =
                    batch.ask(fields.get(0), fields.get(1), fields.get(2), fields.get(3));
            text.append(row).append(',').append(answer.verdict().word()).append(',');
            quoted(answer.decidedBy(), text);
            text.append('\n');
        } catch (Misunderstood misunderstood) {
            throw new UnreadableInput(
                    "%s:%d: %s".formatted(name, line, misunderstood.getMessage()));
        }
    }

    private static void quoted(String field, StringBuilder text) {
        boolean plain =
                field.indexOf(',') < 0
                        && field.indexOf('"') < 0
                        && field.indexOf('\n') < 0
                        && field.indexOf('\r') < 0;
        if (plain) {
            text.append(field);
        } else {
            text.append('"').append(field.replace("\"", "\"\"")).append('"');
        }
    }

    /** The fields of a line (RFC 4180, without line breaks inside of quotes). */
    private List<String> fields(String line, int number) throws UnreadableInput {
        List<String> fields = new ArrayList<>(HEADER.size());
        int at = 0;
        while (true) {
            if (at < line.length() && line.charAt(at) == '"') {
                StringBuilder field = new StringBuilder();
                int from = at + 1;
                int close = line.indexOf('"', from);
                while (close >= 0 && close + 1 < line.length() && line.charAt(close + 1) == '"') {
                    field.append(line, from, close + 1);
                    from = close + 2;
                    close = line.indexOf('"', from);
                }
                if (close < 0) {
                    throw new UnreadableInput(
                            "%s:%d: a quote is opened and not closed".formatted(name, number));
                }
                fields.add(field.append(line, from, close).toString());
                at = close + 1;
            } else {
                int comma = line.indexOf(',', at);
                int end = comma < 0 ? line.length() : comma;
                fields.add(line.substring(at, end).strip());
                at = end;
            }
            if (at >= line.length()) {
                return fields;
            }
            if (line.charAt(at) != ',') {
                throw new UnreadableInput(
                        "%s:%d: a comma must follow a closing quote".formatted(name, number));
            }
            at++;
        }
    }
}
