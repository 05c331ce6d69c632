package dev.postern.engine.map;

import dev.postern.model.ObjectName;

/**
 * An end of the map: a workload whose pods are all treated alike, or one pod of a workload whose
 * pods are not.
 *
 * @param name the workload, or the pod
 * @param pods how many pods it stands for
 * @param classNumber the class of its pods in the {@link dev.postern.engine.ConnectionMap}
 */
public record Stop(ObjectName name, int pods, int classNumber) {

    /** {@code namespace/name[Kind]}. */
    public String shown() {
        return name.path() + "[" + name.kind() + "]";
    }
}
