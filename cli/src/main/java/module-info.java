/** The command line: wiring and print, no decisions. */
module dev.postern.cli {
    requires com.fasterxml.jackson.core;
    requires dev.postern.drawing;
    requires dev.postern.engine;
    requires dev.postern.reader;
    requires dev.postern.review;
    requires info.picocli;
    requires static org.jspecify;
}
