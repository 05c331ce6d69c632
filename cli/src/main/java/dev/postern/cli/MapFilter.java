package dev.postern.cli;

import dev.postern.engine.PortVerdicts;
import dev.postern.engine.map.Stop;
import dev.postern.engine.map.WorkloadMap.Filter;
import dev.postern.model.PortSet;
import dev.postern.model.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Which part of a map is asked for. */
final class MapFilter {
    private final OptionSpec from =
            names("--from", "Only what these reach: NAMESPACE/NAME, * too.");
    private final OptionSpec to = names("--to", "Only what reaches these.");
    private final OptionSpec namespace =
            names("--namespace", "Only what begins or ends in these namespaces.");
    private final OptionSpec port =
            OptionSpec.builder("--port")
                    .paramLabel("PORT[/PROTOCOL]")
                    .type(String.class)
                    .description("Only connections to this port (TCP unless said).")
                    .build();
    private final OptionSpec external =
            OptionSpec.builder("--external")
                    .description("Only what goes out of the cluster, or comes in.")
                    .build();
    private final OptionSpec openOnly =
            OptionSpec.builder("--open-only")
                    .description("Only pairs that nothing stands between.")
                    .build();
    private final OptionSpec denied =
            OptionSpec.builder("--denied")
                    .description("What is denied, in place of what is allowed.")
                    .build();
    private final CommandSpec command;

    /** Adds the options to a command. */
    MapFilter(CommandSpec command) {
        this.command = command;
        for (OptionSpec option : List.of(from, to, namespace, port, external, openOnly, denied)) {
            command.addOption(option);
        }
    }

    private static OptionSpec names(String option, String description) {
        return OptionSpec.builder(option)
                .paramLabel("NAME")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .hideParamSyntax(true)
                .description(description)
                .build();
    }

    /** Whether anything is left out, so that groups of the whole do not fit. */
    boolean isGiven() {
        return !Words.of(from).isEmpty()
                || !Words.of(to).isEmpty()
                || !Words.of(namespace).isEmpty()
                || port.getValue() != null
                || Words.has(external)
                || Words.has(openOnly)
                || Words.has(denied);
    }

    /** The filter for a map with these ends; a name that fits none of them is an error. */
    Filter of(List<Stop> stops) {
        UnaryOperator<PortVerdicts> view =
                Words.has(denied) ? PortVerdicts::denied : UnaryOperator.identity();
        if (Words.has(openOnly)) {
            UnaryOperator<PortVerdicts> before = view;
            view =
                    ports -> {
                        PortVerdicts own = before.apply(ports);
                        return own.allowed().isAll() ? own : PortVerdicts.NOTHING;
                    };
        }
        if (port.getValue() != null) {
            PortSet only = port();
            UnaryOperator<PortVerdicts> before = view;
            view = ports -> before.apply(ports).on(only);
        }
        return new Filter(
                named(from, stops),
                named(to, stops),
                inNamespaces(stops),
                !Words.has(external),
                Words.of(to).isEmpty(),
                Words.of(from).isEmpty(),
                view);
    }

    private Predicate<Stop> named(OptionSpec option, List<Stop> stops) {
        List<String> names = Words.of(option);
        if (names.isEmpty()) {
            return _ -> true;
        }
        List<Pattern> patterns = names.stream().map(MapFilter::pattern).toList();
        for (int i = 0; i < names.size(); i++) {
            Pattern own = patterns.get(i);
            if (stops.stream().noneMatch(stop -> own.matcher(stop.name().path()).matches())) {
                throw wrong(option, "no workload is called '" + names.get(i) + "'");
            }
        }
        return stop -> patterns.stream().anyMatch(own -> own.matcher(stop.name().path()).matches());
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (String part : glob.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }

    private Predicate<Stop> inNamespaces(List<Stop> stops) {
        List<String> names = Words.of(namespace);
        for (String name : names) {
            if (stops.stream().noneMatch(stop -> stop.name().namespace().equals(name))) {
                throw wrong(namespace, "no workload lies in a namespace '" + name + "'");
            }
        }
        return stop -> names.isEmpty() || names.contains(stop.name().namespace());
    }

    private PortSet port() {
        String text = port.getValue();
        int slash = text.indexOf('/');
        String protocol = slash < 0 ? "TCP" : text.substring(slash + 1).toUpperCase(Locale.ROOT);
        String number = slash < 0 ? text : text.substring(0, slash);
        try {
            return PortSet.port(Protocol.valueOf(protocol), Integer.parseInt(number));
        } catch (IllegalArgumentException unreadable) {
            throw wrong(port, "'" + text + "' is no port such as 443 or 53/udp");
        }
    }

    private ParameterException wrong(OptionSpec option, String what) {
        return new ParameterException(command.commandLine(), option.longestName() + ": " + what);
    }
}
