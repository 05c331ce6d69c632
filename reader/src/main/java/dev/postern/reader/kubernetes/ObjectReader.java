package dev.postern.reader.kubernetes;

import dev.postern.model.Finding;
import dev.postern.model.Gap;
import dev.postern.model.Labels;
import dev.postern.model.Namespace;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.reader.syntax.Document;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;
import dev.postern.reader.syntax.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Documents to objects. One reader serves many threads; what they share is the pool of equal
 * values.
 */
public final class ObjectReader {
    private final Pool pool = new Pool();
    private final String defaultNamespace;
    private final boolean keepGoing;

    /**
     * A reader for one run.
     *
     * @param keepGoing whether a policy kind that is not understood is a warning, as its gap stands
     */
    public ObjectReader(String defaultNamespace, boolean keepGoing) {
        this.defaultNamespace = defaultNamespace;
        this.keepGoing = keepGoing;
    }

    /** Reads what one document holds. */
    public Harvest read(Document document) {
        Harvest harvest = new Harvest();
        read(document, harvest);
        return harvest;
    }

    private void read(Document document, Harvest into) {
        into.findings.addAll(document.faults());
        boolean faulty = hasError(document.faults());
        Optional<Node> root = document.root();
        if (root.isEmpty()) {
            into.gaps.add(
                    new Gap.Anything(
                            "a document that could not be read",
                            new Origin.Written(document.file(), document.line(), 1, "")));
            return;
        }
        switch (root.get()) {
            case Mapping mapping -> object(document.file(), mapping, "", "", faulty, into);
            case Sequence sequence -> notKubernetes(document.file(), sequence, faulty, into);
            case Scalar scalar -> {
                if (!scalar.isNull() || faulty) {
                    notKubernetes(document.file(), scalar, faulty, into);
                }
            }
        }
    }

    private static boolean hasError(List<Finding> faults) {
        for (int i = 0; i < faults.size(); i++) {
            if (faults.get(i).severity() == Finding.Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    private static void notKubernetes(String file, Node node, boolean faulty, Harvest into) {
        Origin.Written origin = new Origin.Written(file, node.line(), node.column(), "");
        if (faulty) {
            into.gaps.add(new Gap.Anything("a document that could not be read", origin));
            return;
        }
        into.findings.add(
                new Finding(
                        Problem.NOT_KUBERNETES.id(),
                        Problem.NOT_KUBERNETES.severity(),
                        "The document has neither apiVersion nor kind, and is passed over.",
                        "",
                        origin));
    }

    /**
     * Reads one object.
     *
     * @param listVersion the apiVersion of items that write none, as in a list of one kind
     */
    private void object(
            String file,
            Mapping mapping,
            String listVersion,
            String listKind,
            boolean faulty,
            Harvest into) {
        String apiVersion = listVersion;
        String kind = listKind;
        for (Mapping.Entry entry : mapping.entries()) {
            if (entry.value() instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
                switch (entry.key()) {
                    case "apiVersion" -> apiVersion = scalar.text();
                    case "kind" -> kind = scalar.text();
                    default -> {}
                }
            }
        }
        if (apiVersion.isEmpty() || kind.isEmpty()) {
            nameless(file, mapping, apiVersion, kind, faulty, into);
            return;
        }
        String group = Kind.group(apiVersion);
        if (kind.endsWith("List") && isList(mapping, group, kind)) {
            items(file, mapping, apiVersion, kind, faulty, into);
            return;
        }
        Draft draft = new Draft(file, kind, pool, into.findings);
        if (faulty) {
            draft.markBroken();
        }
        Optional<Kind> known = Kind.named(kind);
        if (known.isPresent() && known.get().isServedAs(apiVersion)) {
            read(draft, new Root(mapping, known.get(), defaultNamespace), group, into);
        } else if (known.isPresent() && isWrongVersion(known.get(), group)) {
            wrongVersion(draft, mapping, known.get(), apiVersion, into);
        } else {
            other(draft, mapping, apiVersion, group, kind, into);
        }
    }

    private static boolean isList(Mapping mapping, String group, String kind) {
        return kind.equals("List") && group.isEmpty() || mapping.get("items").isPresent();
    }

    private void items(
            String file,
            Mapping list,
            String apiVersion,
            String kind,
            boolean faulty,
            Harvest into) {
        String itemKind = kind.substring(0, kind.length() - "List".length());
        String itemVersion = itemKind.isEmpty() ? "" : apiVersion;
        Draft draft = new Draft(file, kind, pool, into.findings);
        Path path = Path.ROOT.at("items");
        Optional<Node> written = list.get("items");
        if (written.isEmpty()) {
            for (Mapping.Entry entry : list.entries()) {
                draft.slip(list, entry, Path.ROOT, "items");
            }
        }
        List<Node> items =
                written.isEmpty() ? List.of() : draft.sequence(written.get(), path).items();
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            if (item instanceof Mapping mapping) {
                object(file, mapping, itemVersion, itemKind, faulty, into);
            } else if (!Draft.isNull(item)) {
                draft.mapping(item, path.at(i));
            }
        }
        if (draft.isBroken()) {
            into.gaps.add(
                    new Gap.Anything("a list that could not be read", draft.origin(list, path)));
        }
    }

    /** A mapping that does not say what it is: something else, or an object with a slip. */
    private void nameless(
            String file,
            Mapping mapping,
            String apiVersion,
            String kind,
            boolean faulty,
            Harvest into) {
        Draft draft = new Draft(file, "the object", pool, into.findings);
        boolean looksLikeOne =
                !apiVersion.isEmpty()
                        || !kind.isEmpty()
                        || mapping.get("apiVersion").isPresent()
                        || mapping.get("metadata").orElse(null) instanceof Mapping
                                && mapping.get("spec").isPresent();
        for (Mapping.Entry entry : mapping.entries()) {
            switch (entry.key()) {
                case "apiVersion", "kind" -> {
                    if (looksLikeOne) {
                        draft.text(entry.value(), Path.ROOT.at(entry.key()));
                    }
                }
                default -> {
                    // Beside nothing else of an object, "bind" and "find" are not "kind".
                    if (looksLikeOne
                            || entry.key().equalsIgnoreCase("kind")
                            || entry.key().equalsIgnoreCase("apiVersion")) {
                        draft.slip(mapping, entry, Path.ROOT, "apiVersion", "kind");
                    }
                }
            }
        }
        if (!draft.isBroken() && looksLikeOne) {
            boolean noKind = kind.isEmpty();
            draft.missing(
                    mapping,
                    Path.ROOT.at(noKind ? "kind" : "apiVersion"),
                    noKind
                            ? "Write kind: and what the object is, such as NetworkPolicy."
                            : "Write apiVersion: "
                                    + Kind.named(kind).map(Kind::apiVersion).orElse("and the group")
                                    + ".");
        }
        if (draft.isBroken()) {
            into.gaps.add(
                    new Gap.Anything(
                            "an object of an unknown kind", draft.origin(mapping, Path.ROOT)));
        } else {
            notKubernetes(file, mapping, faulty, into);
        }
    }

    /** Whether a known kind stands in a group where nobody else may have put one of that name. */
    private static boolean isWrongVersion(Kind kind, String group) {
        return Kind.isBuiltIn(group) || group.equals(Kind.group(kind.apiVersion()));
    }

    private void wrongVersion(
            Draft draft, Mapping mapping, Kind kind, String apiVersion, Harvest into) {
        Root root = new Root(mapping, kind, defaultNamespace);
        draft.title(root.roughName().toString());
        boolean old = apiVersion.equals("extensions/v1beta1");
        draft.report(
                old ? Problem.OLD_VERSION : Problem.UNKNOWN_KIND,
                mapping.get("apiVersion").orElse(mapping),
                Path.ROOT.at("apiVersion"),
                "is "
                        + Draft.quote(apiVersion)
                        + (old
                                ? ", which Kubernetes has not served since 1.16"
                                : ", which has no kind " + kind.name()),
                "Write apiVersion: " + kind.apiVersion() + ".");
        leaveGap(draft, root, into);
    }

    private void other(
            Draft draft,
            Mapping mapping,
            String apiVersion,
            String group,
            String kind,
            Harvest into) {
        ObjectName name =
                new Root(mapping, Kind.workload(kind, apiVersion), defaultNamespace).roughName();
        PolicyKinds.Reach reach = PolicyKinds.reach(group, kind, name.namespace());
        Origin.Written origin = draft.origin(mapping, Path.ROOT);
        if (Kind.isBuiltIn(group) && isMisspelt(draft, mapping, group, kind)) {
            into.gaps.add(new Gap.Anything("an object of the unknown kind " + kind, origin));
        } else if (reach != PolicyKinds.Reach.NONE) {
            policyNotUnderstood(name, reach, apiVersion, origin, into);
        } else if (WorkloadReader.hasPodTemplate(mapping)) {
            Root root = new Root(mapping, Kind.workload(kind, apiVersion), defaultNamespace);
            read(draft, root, group, into);
        } else {
            boolean inNamespace =
                    mapping.get("metadata").orElse(null) instanceof Mapping metadata
                            && metadata.get("namespace").isPresent()
                            && Syntax.isDnsLabel(name.namespace());
            into.sightings.add(
                    new Harvest.Sighting(
                            inNamespace ? name : new ObjectName(pool.share(kind), "", ""),
                            group,
                            origin,
                            Harvest.Standing.PASSED_OVER));
            if (draft.isBroken()) {
                into.gaps.add(new Gap.Anything("an object that could not be read", origin));
            }
        }
    }

    private static boolean isMisspelt(Draft draft, Mapping mapping, String group, String kind) {
        String meant = Kind.nearest(kind);
        if (meant.isEmpty() || group.equals("policy.networking.k8s.io")) {
            return false;
        }
        draft.report(
                Problem.UNKNOWN_KIND,
                mapping.get("kind").orElse(mapping),
                Path.ROOT.at("kind"),
                "is no kind of Kubernetes",
                "Write kind: " + meant + ".");
        return true;
    }

    private void policyNotUnderstood(
            ObjectName name,
            PolicyKinds.Reach reach,
            String apiVersion,
            Origin.Written origin,
            Harvest into) {
        String namespace = reach == PolicyKinds.Reach.CLUSTER ? "" : name.namespace();
        ObjectName shown = new ObjectName(name.kind(), namespace, name.name());
        into.gaps.add(new Gap.AnyPolicy(namespace, shown + " of " + apiVersion, origin));
        into.sightings.add(
                new Harvest.Sighting(
                        shown, Kind.group(apiVersion), origin, Harvest.Standing.NOT_UNDERSTOOD));
        into.findings.add(
                new Finding(
                        Problem.POLICY_NOT_UNDERSTOOD.id(),
                        keepGoing ? Finding.Severity.WARNING : Finding.Severity.ERROR,
                        shown
                                + " is of "
                                + apiVersion
                                + ", a policy kind that this version of Postern does not"
                                + " understand.",
                        keepGoing
                                ? "Verdicts that it could change are unknown."
                                : "Leave it out, or use --keep-going to have every verdict that it"
                                        + " could change answered with unknown.",
                        origin));
    }

    private void read(Draft draft, Root root, String group, Harvest into) {
        switch (root.kind().form()) {
            case NAMESPACE -> NamespaceReader.read(draft, root, into);
            case POD -> PodReader.read(draft, root, into);
            case WORKLOAD -> WorkloadReader.read(draft, root, into);
            case CRON_JOB -> WorkloadReader.readCronJob(draft, root, into);
            case SERVICE -> ServiceReader.read(draft, root, into);
            case ENDPOINT_SLICE -> EndpointSliceReader.read(draft, root, into);
            case ENDPOINTS -> EndpointSliceReader.readEndpoints(draft, root, into);
            case NODE -> NodeReader.read(draft, root, into);
            case INGRESS -> IngressReader.read(draft, root, into);
            case GATEWAY -> GatewayReader.read(draft, root, into);
            case GATEWAY_ROUTE -> GatewayReader.readRoute(draft, root, into);
            case OPENSHIFT_ROUTE -> OpenShiftRouteReader.read(draft, root, into);
            case NETWORK_POLICY -> NetworkPolicyReader.read(draft, root, into);
        }
        if (draft.isBroken()) {
            leaveGap(draft, root, into);
            return;
        }
        into.sightings.add(
                new Harvest.Sighting(
                        root.name(),
                        Kind.isBuiltIn(group) ? "" : group,
                        root.origin(draft),
                        Harvest.Standing.READ));
    }

    /** Puts what is unknown in the place of an object that could not be read. */
    private void leaveGap(Draft draft, Root root, Harvest into) {
        ObjectName name = root.roughName();
        Origin origin = root.origin(draft);
        String what = name.toString();
        boolean somewhere = !root.knowsNamespace();
        if (root.kind().form() == Form.NAMESPACE && !name.name().isEmpty()) {
            into.namespaces.add(new Namespace(name.name(), Labels.UNREADABLE, true, origin));
            return;
        }
        into.gaps.add(
                switch (root.kind().form()) {
                    case NETWORK_POLICY ->
                            new Gap.AdditivePolicy(somewhere ? "" : name.namespace(), what, origin);
                    case POD, WORKLOAD, CRON_JOB -> new Gap.Workload(name, what, origin);
                    case SERVICE,
                            ENDPOINT_SLICE,
                            ENDPOINTS,
                            INGRESS,
                            GATEWAY,
                            GATEWAY_ROUTE,
                            OPENSHIFT_ROUTE ->
                            new Gap.Route(name, what, origin);
                    case NODE -> new Gap.Host(name.name(), what, origin);
                    case NAMESPACE -> new Gap.Anything("a Namespace without a name", origin);
                });
    }
}
