package org.tandem.engine;

import java.util.List;

/**
 * What a worker asks for.
 *
 * @param timeoutMillis how long it has for each job
 * @param fetchVariables names of the variables it wants; empty for all
 * @param requestTimeoutMillis how long it waits while there are no jobs; 0 or less for not at all
 */
public record ActivateJobs(
        String type,
        String worker,
        long timeoutMillis,
        int maxJobs,
        List<String> fetchVariables,
        long requestTimeoutMillis) {}
