/** The command line parser, under the name that its own jar has. */
module info.picocli {
    exports picocli;
}
