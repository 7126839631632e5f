package org.tandem.quality.calibration;

import java.util.Map;
import org.tandem.assistant.Understanding;
import org.tandem.assistant.classifier.Opinion;

/** What the risk of an answer is told by: of a model's evidence those figures that tell most and that few labels suffice to weigh. */
public final class Figures {

    private Figures() {}

    public static double[] of(Opinion opinion) {
        double second = opinion.candidates().size() < 2
                ? 0
                : opinion.candidates().get(1).probability();
        return of(opinion.risk(), opinion.best().probability(), second, opinion.outside(), opinion.evidence());
    }

    /**
     * @param understanding with at least one topic
     * @param risk of the draft, 0 to 1
     */
    public static double[] of(Understanding understanding, double risk) {
        var topics = understanding.topics();
        var evidence = understanding.evidence();
        return of(
                risk,
                topics.getFirst().probability(),
                topics.size() < 2 ? 0 : topics.get(1).probability(),
                evidence.getOrDefault(Understanding.OUTSIDE, 0.0),
                evidence);
    }

    private static double[] of(double risk, double best, double second, double outside, Map<String, Double> evidence) {
        return new double[] {
            logOdds(risk),
            logOdds(best),
            Math.log((best + 1e-6) / (second + 1e-6)),
            logOdds(outside),
            evidence.getOrDefault("mostAlikeMeaning", 0.0),
            evidence.getOrDefault("alikeMeaning", 0.0),
            evidence.getOrDefault("mostAlikeWording", 0.0),
            evidence.getOrDefault("alikeWording", 0.0)
        };
    }

    private static double logOdds(double probability) {
        return Math.log((probability + 1e-4) / (1 - probability + 1e-4));
    }
}
