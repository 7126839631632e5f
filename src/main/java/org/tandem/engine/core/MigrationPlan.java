package org.tandem.engine.core;

import java.util.List;

/**
 * Where a process instance is to go on.
 *
 * @param target key of the process definition
 * @param instructions where each active element goes; for events that elements listen to, and for sequence flows on which tokens wait at a
 *     gateway, they say what is kept
 */
public record MigrationPlan(long target, List<Instruction> instructions) {

    /** Ids of two elements, or of two sequence flows, in the process as it is and in the one to be. */
    public record Instruction(String source, String target) {}
}
