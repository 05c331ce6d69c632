package dev.postern.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/** What was given for an option or a parameter, where nothing may have been. */
final class Words {

    private Words() {}

    static boolean has(ArgSpec flag) {
        return Boolean.TRUE.equals(flag.<@Nullable Boolean>getValue());
    }

    static List<String> of(ArgSpec argument) {
        @Nullable List<String> words = argument.getValue();
        return words == null ? List.of() : words;
    }
}
