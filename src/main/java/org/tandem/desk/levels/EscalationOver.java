package org.tandem.desk.levels;

import java.util.UUID;

/** Nobody has to decide any more what happens after a promise was not kept: the case was answered or has ended. */
public record EscalationOver(UUID escalation) {}
