/** Compile, decide, explain: the one place where a verdict is made. */
module dev.postern.engine {
    requires transitive dev.postern.model;
    requires static org.jspecify;

    exports dev.postern.engine;
    exports dev.postern.engine.explain;
    exports dev.postern.engine.map;
    exports dev.postern.engine.question;
}
