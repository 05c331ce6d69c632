package dev.postern.drawing;

import java.io.IOException;

/** A form that diagrams are drawn in: a text, the same for the same diagram. */
public enum Form {
    /** For Graphviz and the many tools that read its language. */
    DOT {
        @Override
        public void draw(Diagram diagram, Appendable out) throws IOException {
            new Dot(diagram, out).draw();
        }
    },

    /** A flowchart that forges and wikis render inside Markdown. */
    MERMAID {
        @Override
        public void draw(Diagram diagram, Appendable out) throws IOException {
            new Mermaid(diagram).draw(out);
        }
    };

    /** Draws a diagram. */
    public abstract void draw(Diagram diagram, Appendable out) throws IOException;
}
