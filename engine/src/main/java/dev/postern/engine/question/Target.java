package dev.postern.engine.question;

import dev.postern.model.PortSet;

/** An end with the ports of it that a question is about, behind every translation. */
record Target(Member member, PortSet ports) {}
