package dev.postern.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws a page that needs nothing beside itself. The diagram is data in it, which the page's own
 * script draws; a policy in the page forbids every other script and every connection.
 */
final class Html {
    private final Diagram diagram;
    private final Appendable out;

    Html(Diagram diagram, Appendable out) {
        this.diagram = diagram;
        this.out = out;
    }

    void draw() throws IOException {
        String script = resource("map.js");
        String look = resource("map.css");
        String title = Markup.text(Labels.plain(diagram.title()));
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .append("script-src " + hash(script) + "; style-src " + hash(look))
                .append("; base-uri 'none'; form-action 'none'\">\n")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .append("<title>" + title + "</title>\n<style>" + look + "</style>\n</head>\n")
                .append(resource("map.html").replace("{{title}}", title))
                .append("<script type=\"application/json\" id=\"diagram\">");
        data();
        out.append("</script>\n<script>" + script + "</script>\n</body>\n</html>\n");
    }

    /** Ends are numbers: boxes and items as they come, from 0. */
    private void data() throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        out.append("{\"styles\":{");
        for (Diagram.Style style : Diagram.Style.values()) {
            out.append(style == Diagram.Style.ALLOWED ? "" : ",")
                    .append(Json.quoted(name(style)) + ":" + Json.quoted(style.meaning()));
        }
        out.append("},\n\"boxes\":[");
        String between = "\n";
        for (Diagram.Box box : diagram.boxes()) {
            out.append(between + "{\"number\":" + number(box.id(), numbers))
                    .append(",\"label\":" + label(box.label()) + ",\"outside\":" + box.outside())
                    .append(",\"items\":[");
            between = "";
            for (Diagram.Item item : box.items()) {
                out.append(between + "{\"number\":" + number(item.id(), numbers))
                        .append(",\"label\":" + label(item.label()) + ",\"members\":");
                labels(item.members());
                out.append("}");
                between = ",";
            }
            out.append("]}");
            between = ",\n";
        }
        out.append("],\n\"lines\":[");
        Map<String, Integer> reasons = new LinkedHashMap<>();
        between = "\n";
        for (Diagram.Line line : diagram.lines()) {
            out.append(between + "[" + numbers.get(line.from()) + "," + numbers.get(line.to()))
                    .append("," + label(line.label()) + "," + Json.quoted(name(line.style())));
            for (String reason : line.because()) {
                reasons.putIfAbsent(reason, reasons.size());
                out.append("," + reasons.get(reason));
            }
            out.append("]");
            between = ",\n";
        }
        out.append("],\n\"reasons\":");
        labels(List.copyOf(reasons.keySet()));
        out.append("}");
    }

    private static int number(String id, Map<String, Integer> numbers) {
        numbers.put(id, numbers.size());
        return numbers.size() - 1;
    }

    private void labels(List<String> labels) throws IOException {
        out.append("[");
        for (int i = 0; i < labels.size(); i++) {
            out.append(i == 0 ? "" : ",").append(label(labels.get(i)));
        }
        out.append("]");
    }

    private static String label(String label) {
        return Json.quoted(Labels.lines(label));
    }

    private static String name(Diagram.Style style) {
        return style.name().toLowerCase(Locale.ROOT);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String hash(String content) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every Java has it
        }
    }
}
