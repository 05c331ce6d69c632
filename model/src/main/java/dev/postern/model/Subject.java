package dev.postern.model;

/** The pods that a policy is about. Host-network pods are never among them: they are the node. */
public record Subject(NamespaceScope namespaces, Selector pods) {}
