package org.tandem.desk.web;

import java.util.Locale;
import org.tandem.desk.pool.PoolSettings;

/** All that offers are decided by, as agents are told it (Directive (EU) 2024/2831, Art. 9), with the figures that are set. */
record HowDecided(
        String offerFor,
        String againAfter,
        String vanishedAfter,
        int unanswered,
        String fairWithin,
        String previousFirst,
        String priorityIsWorth,
        String longestWait,
        String idleUnit,
        String fit,
        String idle,
        String room,
        String fairness) {

    static HowDecided by(PoolSettings settings) {
        var rules = settings.rules();
        var weights = rules.weights();
        return new HowDecided(
                InWords.roughly(settings.offerFor()),
                InWords.roughly(settings.againAfter()),
                InWords.roughly(settings.vanishedAfter()),
                settings.unanswered(),
                InWords.roughly(settings.fairWithin()),
                InWords.roughly(rules.previousFirst()),
                InWords.roughly(rules.priorityIsWorth()),
                InWords.roughly(rules.longestWait()),
                InWords.roughly(rules.idleUnit()),
                figure(weights.fit()),
                figure(weights.idle()),
                figure(weights.load()),
                figure(weights.fairness()));
    }

    private static String figure(double weight) {
        return String.format(Locale.ROOT, "%.1f", weight);
    }
}
