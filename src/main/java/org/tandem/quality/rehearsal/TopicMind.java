package org.tandem.quality.rehearsal;

import java.util.function.Predicate;
import org.tandem.assistant.classifier.TextClassifier;
import org.tandem.quality.calibration.Figures;

/** The assistant's classifier. */
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
        return new Judgement(answerable ? opinion.best().label() : "", Figures.of(opinion));
    }
}
