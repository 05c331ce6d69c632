package dev.postern.reader.kubernetes;

import dev.postern.model.Address;
import dev.postern.model.Cidr;
import dev.postern.model.Family;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;
import java.util.List;
import java.util.Optional;

/** Addresses and blocks of them, and what people write instead. */
final class AddressReader {
    private AddressReader() {}

    static Optional<Address> address(Draft draft, Node node, Path path) {
        String text = draft.text(node, path);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Address> address = Address.parse(text);
        if (address.isEmpty()) {
            draft.report(
                    Problem.BAD_ADDRESS,
                    node,
                    path,
                    "is " + Draft.quote(text) + ", which is no IP address",
                    "Write an address such as 192.0.2.7 or 2001:db8::7.");
        }
        return address;
    }

    /** Every address of a list. */
    static void addresses(Draft draft, Node node, Path path, List<Address> into) {
        List<Node> items = draft.sequence(node, path).items();
        for (int i = 0; i < items.size(); i++) {
            address(draft, items.get(i), path.at(i)).ifPresent(into::add);
        }
    }

    static Optional<Cidr> cidr(Draft draft, Node node, Path path) {
        String text = draft.text(node, path);
        if (text.isEmpty()) {
            if (node instanceof Scalar scalar
                    && (scalar.isNull() || scalar.kind() == Scalar.Kind.STRING)) {
                badCidr(draft, node, path, "is empty", "Write a block such as 192.0.2.0/24.");
            }
            return Optional.empty();
        }
        Optional<Cidr> cidr = Cidr.parse(text);
        if (cidr.isPresent()) {
            return accepted(draft, cidr.get(), text, node, path);
        }
        reportNoCidr(draft, text, node, path);
        return Optional.empty();
    }

    private static Optional<Cidr> accepted(
            Draft draft, Cidr cidr, String text, Node node, Path path) {
        Address written = Address.of(text.substring(0, text.indexOf('/')));
        if (isMappedV4(written)) {
            badCidr(
                    draft,
                    node,
                    path,
                    "is " + Draft.quote(text) + ", an IPv4 address in the clothes of IPv6",
                    "Write the block in IPv4 notation.");
            return Optional.empty();
        }
        if (!written.equals(cidr.network())) {
            draft.report(
                    Problem.HOST_BITS,
                    node,
                    path,
                    "is " + text + ", whose host bits are not zero, and is read as " + cidr,
                    "Write " + cidr + ", or " + Cidr.of(written) + " for the one address.");
        }
        return Optional.of(cidr);
    }

    private static void reportNoCidr(Draft draft, String text, Node node, Path path) {
        Optional<Address> address = Address.parse(text);
        if (address.isPresent()) {
            badCidr(
                    draft,
                    node,
                    path,
                    "is the address " + Draft.quote(text) + " without a prefix length",
                    "Write " + Cidr.of(address.get()) + ".");
            return;
        }
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        if (Syntax.isHostname(host)) {
            draft.report(
                    Problem.HOSTNAME_IN_BLOCK,
                    node,
                    path,
                    "is the host name "
                            + Draft.quote(text)
                            + ", and a NetworkPolicy knows addresses only",
                    "Write the addresses behind the name as blocks, or use a policy kind of your"
                            + " CNI that knows names.");
            return;
        }
        Optional<Address> decimal = Address.parse(withoutLeadingZeros(host));
        if (decimal.isPresent() && decimal.get().family() == Family.IPV4 && slash >= 0) {
            String meant = withoutLeadingZeros(host) + text.substring(slash);
            if (Cidr.parse(meant).isPresent()) {
                badCidr(
                        draft,
                        node,
                        path,
                        "is " + Draft.quote(text) + ", where a leading zero may mean octal",
                        "Write " + meant + ".");
                return;
            }
        }
        badCidr(
                draft,
                node,
                path,
                "is " + Draft.quote(text) + ", which is no address block",
                "Write a block such as 192.0.2.0/24 or 2001:db8::/32.");
    }

    private static void badCidr(Draft draft, Node node, Path path, String what, String advice) {
        draft.report(Problem.BAD_CIDR, node, path, what, advice);
    }

    private static boolean isMappedV4(Address address) {
        return address.family() == Family.IPV6
                && address.high() == 0
                && address.low() >>> 32 == 0xffffL;
    }

    private static String withoutLeadingZeros(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean starts = i == 0 || text.charAt(i - 1) == '.';
            boolean ends = i + 1 == text.length() || text.charAt(i + 1) == '.';
            boolean afterZeros =
                    starts || plain.isEmpty() || plain.charAt(plain.length() - 1) == '.';
            if (text.charAt(i) != '0' || !afterZeros || ends) {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}
