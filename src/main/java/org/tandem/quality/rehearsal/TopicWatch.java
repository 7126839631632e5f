package org.tandem.quality.rehearsal;

import java.util.HashMap;
import java.util.Map;

/**
 * Notices topics whose answers have become wrong more often than their stated risk says: an e-detector in the form of CUSUM (Page 1954;
 * Shin, Ramdas, Rinaldo 2022) on every inquiry that a person has labelled, those that were handed over included. Each counts against
 * its own stated risk, so it does not matter how it came to be seen.
 */
final class TopicWatch {

    /** The odds of being wrong have become so many times as great. */
    private static final double ODDS = 6;

    private final double limit;
    private final Map<String, Double> evidence = new HashMap<>();

    /** @param limit so many times as probable has a change to be */
    TopicWatch(double limit) {
        this.limit = Math.log(limit);
    }

    /** Hears of the next labelled inquiry, and says whether the topic has changed. */
    boolean hasChanged(String topic, double risk, boolean wrong) {
        double stated = Math.clamp(risk, 0.003, 0.997);
        double gain = (wrong ? Math.log(ODDS) : 0) - Math.log(1 - stated + ODDS * stated);
        return evidence.merge(topic, Math.max(0, gain), (before, ignored) -> Math.max(0, before + gain)) >= limit;
    }

    void forget(String topic) {
        evidence.remove(topic);
    }

    void forgetAll() {
        evidence.clear();
    }

    /** 0 to 1. */
    double suspicion(String topic) {
        return Math.min(1, evidence.getOrDefault(topic, 0.0) / limit);
    }
}
