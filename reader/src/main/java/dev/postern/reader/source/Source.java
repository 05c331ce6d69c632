package dev.postern.reader.source;

import dev.postern.reader.UnreadableInput;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One text to read. */
sealed interface Source {

    /** What findings call it. */
    String name();

    byte[] read() throws UnreadableInput;

    /** How much there is to read, as far as is known. */
    long size();

    /**
     * A file of the disk.
     *
     * @param inChart whether it may be a template, since a Helm chart holds it
     */
    record Stored(String name, Path path, boolean inChart) implements Source {
        @Override
        public byte[] read() throws UnreadableInput {
            try {
                return Files.readAllBytes(path);
            } catch (AccessDeniedException e) {
                throw new UnreadableInput("no permission to read " + name);
            } catch (OutOfMemoryError e) {
                throw new UnreadableInput(name + " is too large to hold in memory");
            } catch (IOException e) {
                throw new UnreadableInput("can't read " + name + ": " + e.getMessage());
            }
        }

        @Override
        public long size() {
            return path.toFile().length();
        }
    }

    /** A text that is there already: of the standard input, or of a tool that rendered it. */
    final class Given implements Source {
        private final String name;
        private final byte[] text;

        Given(String name, byte[] text) {
            this.name = name;
            this.text = text;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public byte[] read() {
            return text;
        }

        @Override
        public long size() {
            return text.length;
        }
    }
}
