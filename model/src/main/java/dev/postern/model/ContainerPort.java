package dev.postern.model;

/**
 * A port that a container declares.
 *
 * @param name empty where the port has no name
 */
public record ContainerPort(String name, Protocol protocol, int number) {}
