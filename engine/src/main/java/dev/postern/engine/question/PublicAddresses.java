package dev.postern.engine.question;

import dev.postern.model.AddressSet;
import dev.postern.model.Cidr;

/** The addresses that "the internet" means: those that are routed between strangers. */
final class PublicAddresses {
    /** Special-purpose blocks of the IANA registries (RFC 6890 and its updates), and multicast. */
    private static final AddressSet NOT_PUBLIC =
            AddressSet.of(
                    Cidr.of("0.0.0.0/8"),
                    Cidr.of("10.0.0.0/8"),
                    Cidr.of("100.64.0.0/10"),
                    Cidr.of("127.0.0.0/8"),
                    Cidr.of("169.254.0.0/16"),
                    Cidr.of("172.16.0.0/12"),
                    Cidr.of("192.0.0.0/24"),
                    Cidr.of("192.0.2.0/24"),
                    Cidr.of("192.168.0.0/16"),
                    Cidr.of("198.18.0.0/15"),
                    Cidr.of("198.51.100.0/24"),
                    Cidr.of("203.0.113.0/24"),
                    Cidr.of("224.0.0.0/3"));

    private static final AddressSet GLOBAL_V6 = AddressSet.of(Cidr.of("2000::/3"));
    private static final AddressSet DOCUMENTATION_V6 = AddressSet.of(Cidr.of("2001:db8::/32"));

    static final AddressSet V4 = AddressSet.of(Cidr.of("0.0.0.0/0")).minus(NOT_PUBLIC);
    static final AddressSet V6 = GLOBAL_V6.minus(DOCUMENTATION_V6);

    private PublicAddresses() {}
}
