package dev.postern.reader.kubernetes;

import dev.postern.model.Finding;
import dev.postern.model.Finding.Severity;
import dev.postern.model.Gap;
import dev.postern.model.Labels;
import dev.postern.model.Namespace;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.reader.syntax.Mapping;
import java.util.Optional;

/**
 * An object to the reader of its kind. What is of no known kind is passed over, unless it is a
 * policy or somebody's slip.
 */
final class KindReader {
    private final String defaultNamespace;
    private final boolean keepGoing;
    private final Harvest into;

    KindReader(String defaultNamespace, boolean keepGoing, Harvest into) {
        this.defaultNamespace = defaultNamespace;
        this.keepGoing = keepGoing;
        this.into = into;
    }

    /**
     * Reads an object.
     *
     * @param faultyKind whether even its kind may be another than it seems
     */
    void read(Draft draft, Mapping mapping, String apiVersion, String kind, boolean faultyKind) {
        String group = Kind.group(apiVersion);
        Optional<Kind> known = Kind.named(kind);
        if (known.isPresent() && known.get().isServedAs(apiVersion)) {
            read(draft, new Root(mapping, known.get(), defaultNamespace), "");
        } else if (known.isPresent()
                && (Kind.isBuiltIn(group) || group.equals(Kind.group(known.get().apiVersion())))) {
            wrongVersion(draft, mapping, known.get(), apiVersion);
        } else {
            other(draft, mapping, apiVersion, kind, faultyKind);
        }
    }

    private void read(Draft draft, Root root, String group) {
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
            leaveGap(draft, root);
        } else {
            see(root.name(), group, root.origin(draft), Harvest.Standing.READ);
        }
    }

    private void see(ObjectName name, String group, Origin origin, Harvest.Standing standing) {
        into.sightings.add(new Harvest.Sighting(name, group, origin, standing));
    }

    private void wrongVersion(Draft draft, Mapping mapping, Kind kind, String apiVersion) {
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
        leaveGap(draft, root);
    }

    private void other(
            Draft draft, Mapping mapping, String apiVersion, String kind, boolean faultyKind) {
        String group = Kind.group(apiVersion);
        Root root = new Root(mapping, Kind.workload(kind, apiVersion), defaultNamespace);
        ObjectName name = root.roughName();
        PolicyKinds.Reach reach = PolicyKinds.reach(group, kind, name.namespace());
        if (isMisspelt(draft, mapping, group, kind) || faultyKind) {
            into.gaps.add(
                    new Gap.Anything(
                            "an object of the unknown kind " + Draft.clean(kind),
                            root.origin(draft)));
        } else if (reach != PolicyKinds.Reach.NONE) {
            policyNotUnderstood(name, reach, apiVersion, root.origin(draft));
        } else if (WorkloadReader.hasPodTemplate(mapping)) {
            read(draft, root, group);
        } else {
            boolean inNamespace =
                    mapping.get("metadata").orElse(null) instanceof Mapping metadata
                            && metadata.get("namespace").isPresent()
                            && Syntax.isDnsLabel(name.namespace());
            see(
                    inNamespace ? name : new ObjectName(draft.pool().share(name.kind()), "", ""),
                    group,
                    root.origin(draft),
                    Harvest.Standing.PASSED_OVER);
        }
    }

    private static boolean isMisspelt(Draft draft, Mapping mapping, String group, String kind) {
        String meant = Kind.isBuiltIn(group) ? Kind.nearest(kind) : "";
        if (meant.isEmpty()) {
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
            ObjectName name, PolicyKinds.Reach reach, String apiVersion, Origin.Written origin) {
        String namespace = reach == PolicyKinds.Reach.CLUSTER ? "" : name.namespace();
        String version = Draft.clean(apiVersion);
        into.gaps.add(new Gap.AnyPolicy(namespace, name + " of " + version, origin));
        see(
                namespace.isEmpty() ? new ObjectName(name.kind(), "", name.name()) : name,
                Kind.group(apiVersion),
                origin,
                Harvest.Standing.NOT_UNDERSTOOD);
        into.findings.add(
                new Finding(
                        Problem.POLICY_NOT_UNDERSTOOD.id(),
                        keepGoing ? Severity.WARNING : Severity.ERROR,
                        name
                                + " in "
                                + origin.file()
                                + " is of "
                                + version
                                + ", a policy kind that this version of Postern does not"
                                + " understand.",
                        keepGoing
                                ? "Verdicts that it could change are unknown."
                                : "Leave it out, or use --keep-going to have every verdict that it"
                                        + " could change answered with unknown.",
                        origin));
    }

    /** Puts what is unknown in the place of an object that could not be read. */
    private void leaveGap(Draft draft, Root root) {
        ObjectName name = root.roughName();
        Origin origin = root.origin(draft);
        String what = name.toString();
        boolean knowsNamespace = root.knowsNamespace();
        see(
                knowsNamespace ? name : new ObjectName(name.kind(), "", name.name()),
                "",
                origin,
                Harvest.Standing.UNREADABLE);
        if (root.kind().form() == Form.NAMESPACE && !name.name().isEmpty()) {
            into.namespaces.add(new Namespace(name.name(), Labels.UNREADABLE, true, origin));
            return;
        }
        if (!knowsNamespace
                && root.kind().namespaced()
                && root.kind().form() != Form.NETWORK_POLICY) {
            into.gaps.add(new Gap.Anything(what, origin));
            return;
        }
        into.gaps.add(
                switch (root.kind().form()) {
                    case NETWORK_POLICY ->
                            new Gap.AdditivePolicy(
                                    knowsNamespace ? name.namespace() : "", what, origin);
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
