package dev.postern.engine;

import dev.postern.model.Namespace;
import dev.postern.model.Node;
import dev.postern.model.ObjectName;
import dev.postern.model.Pod;
import dev.postern.model.Policy;
import dev.postern.model.Service;

/** One thing that became different in a cluster. A put adds an object or replaces its namesake. */
public sealed interface Change {

    record PutPod(Pod pod) implements Change {}

    record RemovePod(ObjectName name) implements Change {}

    record PutNamespace(Namespace namespace) implements Change {}

    record RemoveNamespace(String name) implements Change {}

    record PutPolicy(Policy policy) implements Change {}

    record RemovePolicy(ObjectName name) implements Change {}

    record PutService(Service service) implements Change {}

    record RemoveService(ObjectName name) implements Change {}

    record PutNode(Node node) implements Change {}

    record RemoveNode(String name) implements Change {}
}
