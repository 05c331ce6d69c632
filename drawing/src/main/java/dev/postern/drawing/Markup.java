package dev.postern.drawing;

/** Text as XML and HTML take it, between tags and in attributes alike. */
final class Markup {
    private Markup() {}

    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
