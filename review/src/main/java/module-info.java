/** What a person should know about a cluster before asking: its posture, and later its findings. */
module dev.postern.review {
    requires transitive dev.postern.engine;
    requires transitive dev.postern.model;
    requires static org.jspecify;

    exports dev.postern.review;
}
