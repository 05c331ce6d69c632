package dev.postern.engine;

import dev.postern.model.Address;
import dev.postern.model.ObjectName;

/**
 * Ends as tests spell them: {@code web} or {@code shop/web} for a pod, {@code Deployment shop/web}
 * for what a controller makes, {@code Node n1}, or an address.
 */
public final class Ends {

    private Ends() {}

    public static End parse(String spelled) {
        int space = spelled.indexOf(' ');
        if (space < 0) {
            return Address.parse(spelled)
                    .<End>map(End.OfAddress::new)
                    .orElseGet(() -> pod("Pod", spelled));
        }
        String kind = spelled.substring(0, space);
        String path = spelled.substring(space + 1);
        return kind.equals("Node") ? new End.OfNode(path) : pod(kind, path);
    }

    private static End pod(String kind, String path) {
        int slash = path.indexOf('/');
        String namespace = slash < 0 ? "default" : path.substring(0, slash);
        return new End.OfPod(new ObjectName(kind, namespace, path.substring(slash + 1)));
    }
}
