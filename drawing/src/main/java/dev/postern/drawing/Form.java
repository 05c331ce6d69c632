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
    },

    /** A picture, laid out; one that would hold too much is summed up and says so. */
    SVG {
        @Override
        public void draw(Diagram diagram, Appendable out) throws IOException {
            new Svg(diagram, out).draw();
        }
    },

    /** A page on its own: boxes that open, search, filters, a table, and the rules of each line. */
    HTML {
        @Override
        public void draw(Diagram diagram, Appendable out) throws IOException {
            new Html(diagram, out).draw();
        }
    };

    /** Draws a diagram; html and svg announce themselves as UTF-8, so that is what to write. */
    public abstract void draw(Diagram diagram, Appendable out) throws IOException;
}
