package dev.postern.reader.syntax;

/** The rest of a document makes no sense after this place. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    final String id;
    final int line;
    final int column;
    final String sentence;
    final String advice;

    Unreadable(String id, int line, int column, String sentence, String advice) {
        super(sentence, null, false, false);
        this.id = id;
        this.line = line;
        this.column = column;
        this.sentence = sentence;
        this.advice = advice;
    }
}
