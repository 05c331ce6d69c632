package dev.postern.engine;

import dev.postern.model.Address;
import dev.postern.model.ObjectName;

/** One end of a connection, as a question names it. */
public sealed interface End {

    /** A pod, or the pods of a controller's template. */
    record OfPod(ObjectName pod) implements End {}

    /** A node: the machine itself, its kubelet, its host-network pods. */
    record OfNode(String node) implements End {}

    /** An address. One that belongs to a pod or a node is that pod or node. */
    record OfAddress(Address address) implements End {}

    /** Some pod of the cluster, of which nothing is known. */
    record SomePod() implements End {}
}
