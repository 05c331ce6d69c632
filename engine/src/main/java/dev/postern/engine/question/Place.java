package dev.postern.engine.question;

import dev.postern.model.AddressSet;
import dev.postern.model.Service;
import java.util.List;

/** What a name stands for in this cluster. */
sealed interface Place {

    /** How the answer calls it. */
    String shown();

    /** Pods, a node, or one address. */
    record Ends(String shown, List<Member> members) implements Place {
        public Ends {
            members = List.copyOf(members);
        }
    }

    /** A Service: its pods, each with the port that its own port leads to. */
    record Behind(String shown, Service service, List<Member> members) implements Place {
        public Behind {
            members = List.copyOf(members);
        }
    }

    /** Addresses, which the other end's policies may tell apart. */
    record Region(String shown, AddressSet addresses) implements Place {}
}
