package org.tandem.quality.rehearsal;

import java.util.function.Predicate;
import org.tandem.assistant.classifier.Opinion;
import org.tandem.assistant.classifier.TextClassifier;

/** The assistant's classifier. Of its evidence those figures are taken that tell most and that few labels suffice to weigh. */
final class TopicMind implements Mind {

    private final TextClassifier classifier;
    private final Predicate<String> automated;

    /** @param automated the topics that may be answered automatically */
    TopicMind(TextClassifier classifier, Predicate<String> automated) {
        this.classifier = classifier;
        this.automated = automated;
    }

    @Override
    public Judgement judge(Incoming inquiry) {
        var opinion = classifier.classify(inquiry.text(), inquiry.meaning());
        boolean answerable = opinion.risk() < 1 && automated.test(opinion.best().label());
        return new Judgement(answerable ? opinion.best().label() : "", figures(opinion));
    }

    static double[] figures(Opinion opinion) {
        double best = opinion.best().probability();
        double second = opinion.candidates().size() < 2
                ? 0
                : opinion.candidates().get(1).probability();
        var evidence = opinion.evidence();
        return new double[] {
            logOdds(opinion.risk()),
            logOdds(best),
            Math.log((best + 1e-6) / (second + 1e-6)),
            logOdds(opinion.outside()),
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
