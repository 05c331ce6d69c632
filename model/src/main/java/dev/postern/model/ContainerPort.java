package dev.postern.model;

/**
 * A port that a container declares.
 *
 * @param name empty where the port has no name
 */
public record ContainerPort(String name, Protocol protocol, int number) {
    // Written out for the sake of start-up, as in Address.
    @Override
    public boolean equals(Object other) {
        return other instanceof ContainerPort port
                && number == port.number
                && protocol == port.protocol
                && name.equals(port.name);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + protocol.ordinal()) + number;
    }
}
