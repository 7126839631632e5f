package org.tandem.process;

import java.util.Map;

/**
 * The models are in the engine and cases move.
 *
 * @param versions version of each process by its id
 */
public record ModelsDeployed(Map<String, Integer> versions) {}
