package dev.postern.reader.kubernetes;

import dev.postern.model.Labels;
import dev.postern.model.ObjectName;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code metadata} says of an object.
 *
 * @param owner the controller that made the object, if one did
 * @param ingressClass the annotation that named an ingress class before the field did
 */
record Metadata(ObjectName name, Labels labels, @Nullable ObjectName owner, String ingressClass) {

    /** Ends the name of an object that the API server will name. */
    static final String GENERATED = "*";

    private static final String[] READ = {
        "name", "generateName", "namespace", "labels", "ownerReferences", "annotations"
    };
    private static final String[] ALL = {
        "name",
        "generateName",
        "namespace",
        "labels",
        "annotations",
        "ownerReferences",
        "finalizers",
        "managedFields",
        "creationTimestamp",
        "deletionTimestamp",
        "deletionGracePeriodSeconds",
        "generation",
        "resourceVersion",
        "selfLink",
        "uid"
    };

    /** What a name has to look like. */
    enum NameForm {
        LABEL,
        SUBDOMAIN
    }

    /**
     * Reads the metadata of an object.
     *
     * @param namespaceIfNone empty for a kind that lies in no namespace
     * @param strict whether every field must be one of Kubernetes
     */
    static Metadata read(
            Draft draft,
            Node node,
            String kind,
            String namespaceIfNone,
            NameForm form,
            boolean strict) {
        Path path = Path.ROOT.at("metadata");
        Mapping mapping = draft.mapping(node, path);
        String namespace = namespaceIfNone;
        @Nullable Node nameNode = null;
        String name = "";
        String generateName = "";
        for (Mapping.Entry entry : mapping.entries()) {
            // The name comes first: every message that follows has it.
            switch (entry.key()) {
                case "name" -> {
                    nameNode = entry.value();
                    name = draft.text(nameNode, path.at("name"));
                }
                case "generateName" ->
                        generateName = draft.text(entry.value(), path.at("generateName"));
                case "namespace" -> {
                    String written = draft.sharedText(entry.value(), path.at("namespace"));
                    if (!namespaceIfNone.isEmpty() && !written.isEmpty()) {
                        namespace = written;
                        if (!draft.pool().isKnownNamespace(written)) {
                            checkNamespace(draft, written, entry.value(), path.at("namespace"));
                        }
                    }
                }
                default -> {}
            }
        }
        if (name.isEmpty() && !generateName.isEmpty()) {
            name = generateName + GENERATED;
        } else if (name.isEmpty()) {
            if (nameNode == null || isReadable(nameNode)) {
                draft.missing(node, path.at("name"), "Write name: and the object's name.");
            }
        } else if (form == NameForm.LABEL
                ? !Syntax.isDnsLabel(name)
                : !Syntax.isDnsSubdomain(name)) {
            badName(draft, name, nameNode == null ? node : nameNode, path.at("name"), form);
        }
        ObjectName object = new ObjectName(kind, namespace, name);
        if (!name.isEmpty()) {
            draft.title(object.toString());
        }

        Labels labels = Labels.NONE;
        @Nullable ObjectName owner = null;
        String ingressClass = "";
        for (Mapping.Entry entry : mapping.entries()) {
            switch (entry.key()) {
                case "name", "generateName", "namespace" -> {}
                case "labels" -> labels = LabelReader.read(draft, entry.value(), path.at("labels"));
                case "ownerReferences" ->
                        owner = owner(draft, entry.value(), path.at("ownerReferences"), namespace);
                case "annotations" -> ingressClass = annotation(draft, entry.value(), strict);
                default -> {
                    if (!strict) {
                        draft.slip(mapping, entry, path, READ);
                    } else if (!isField(entry.key())) {
                        draft.unknown(entry, path, ALL);
                    }
                }
            }
        }
        return new Metadata(object, labels, owner, ingressClass);
    }

    private static boolean isReadable(Node node) {
        return node instanceof Scalar scalar
                && (scalar.kind() == Scalar.Kind.STRING || scalar.isNull());
    }

    private static boolean isField(String key) {
        for (String field : ALL) {
            if (field.equals(key)) {
                return true;
            }
        }
        return false;
    }

    private static void checkNamespace(Draft draft, String name, Node at, Path path) {
        if (Syntax.isDnsLabel(name)) {
            draft.pool().knowNamespace(name);
        } else {
            badName(draft, name, at, path, NameForm.LABEL);
        }
    }

    static void badName(Draft draft, String name, Node at, Path path, NameForm form) {
        String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
        boolean mends =
                form == NameForm.LABEL ? Syntax.isDnsLabel(lower) : Syntax.isDnsSubdomain(lower);
        draft.report(
                Problem.BAD_NAME,
                at,
                path,
                "is " + Draft.quote(name) + ", which is no name of Kubernetes",
                mends
                        ? "Write " + lower + "."
                        : form == NameForm.LABEL
                                ? "Use up to 63 lower-case letters, digits and hyphens."
                                : "Use up to 253 lower-case letters, digits, hyphens and dots.");
    }

    private static @Nullable ObjectName owner(Draft draft, Node node, Path path, String namespace) {
        for (Node item : draft.sequence(node, path).items()) {
            String kind = "";
            String name = "";
            boolean controller = false;
            for (Mapping.Entry entry : draft.mapping(item, path).entries()) {
                switch (entry.key()) {
                    case "kind" -> kind = draft.sharedText(entry.value(), path.at("kind"));
                    case "name" -> name = draft.text(entry.value(), path.at("name"));
                    case "controller" ->
                            controller = draft.bool(entry.value(), path.at("controller"));
                    default -> {}
                }
            }
            // The mirror of a static pod is owned by its node, which is no workload.
            if (controller && !kind.isEmpty() && !name.isEmpty() && !kind.equals("Node")) {
                return draft.pool().share(new ObjectName(kind, namespace, name));
            }
        }
        return null;
    }

    private static String annotation(Draft draft, Node node, boolean strict) {
        Path path = Path.ROOT.at("metadata").at("annotations");
        String ingressClass = "";
        for (Mapping.Entry entry : draft.mapping(node, path).entries()) {
            boolean read = entry.key().equals("kubernetes.io/ingress.class");
            if (read || strict) {
                String value = draft.text(entry.value(), path.at(entry.key()));
                ingressClass = read ? value : ingressClass;
            }
        }
        return ingressClass;
    }
}
