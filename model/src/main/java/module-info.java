/** The cluster and its policies, as values; where each rule was written. */
module dev.postern.model {
    requires static transitive org.jspecify;

    exports dev.postern.model;
}
