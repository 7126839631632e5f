package org.tandem.quality.automation;

import java.util.Map;

/** Which share of the AI's answers may be wrong. The gate's table says it, and whoever reads that tells it here. */
@FunctionalInterface
public interface Tolerances {

    /** By the class of topics; those that are missing are never answered. Each in (0, 1). */
    Map<String, Double> byClass();
}
