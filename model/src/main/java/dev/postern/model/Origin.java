package dev.postern.model;

/** Where an object or a rule came from, so that every verdict can point at it. */
public sealed interface Origin {

    /** A place in a file; {@code pointer} is the path inside the object, empty for the object. */
    record Written(String file, int line, int column, String pointer) implements Origin {
        // Written out for the sake of start-up, as in Address.
        @Override
        public boolean equals(Object other) {
            return other instanceof Written written
                    && line == written.line
                    && column == written.column
                    && file.equals(written.file)
                    && pointer.equals(written.pointer);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * file.hashCode() + line) + column;
        }

        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /** An object of a live cluster. */
    record Live(String object, long generation, String pointer) implements Origin {
        @Override
        public String toString() {
            return pointer.isEmpty() ? object : object + " " + pointer;
        }
    }

    /**
     * Something nobody wrote, such as the namespace that a policy names and no document declares.
     */
    record Implied(String by) implements Origin {
        @Override
        public String toString() {
            return "implied by " + by;
        }
    }
}
