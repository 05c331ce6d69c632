/** Pictures of who talks to whom, in every form that people look at. */
module dev.postern.drawing {
    requires static transitive org.jspecify;

    exports dev.postern.drawing;
}
