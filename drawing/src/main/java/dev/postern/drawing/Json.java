package dev.postern.drawing;

/**
 * Strings as JSON that may stand anywhere: inside a script element, in YAML, in JavaScript. So
 * everything is escaped that means something to one of them.
 */
final class Json {
    private Json() {}

    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '<', '>', '&', '\u007F', '\u2028', '\u2029', '\uFEFF' -> escape(c, json);
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) {
                        escape(c, json);
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }

    private static void escape(char c, StringBuilder json) {
        json.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            json.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }
}
