/** Documents to the model: every input, every dialect, every problem with its place. */
module dev.postern.reader {
    requires transitive dev.postern.model;
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires org.snakeyaml.engine;

    exports dev.postern.reader;
}
