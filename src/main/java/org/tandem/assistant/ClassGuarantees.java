package org.tandem.assistant;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.assistant.guarantee.Calibration;
import org.tandem.assistant.guarantee.GuaranteedRisk;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Topic;

/**
 * A decision table tolerates different risks for different classes of topics, so each class gets a guarantee of its own, made from the
 * examples for which a topic of that class is the best: that is what would be answered with it. Classes with too few examples get the one
 * that is made from all examples, and is a promise about the answers of all classes together.
 */
final class ClassGuarantees {

    private static final Logger log = LoggerFactory.getLogger(ClassGuarantees.class);

    /** With fewer examples whose best topic is of one class, a guarantee for that class alone would open next to nothing. */
    private static final int ENOUGH_FOR_A_CLASS = 1_000;

    private final Calibration calibration;
    private final double confidence;

    ClassGuarantees(Calibration calibration, double confidence) {
        this.calibration = calibration;
        this.confidence = confidence;
    }

    Map<TopicClass, GuaranteedRisk> of(Knowledge knowledge) {
        var classes = knowledge.topics().stream().collect(Collectors.toMap(Topic::id, Topic::topicClass));
        var guarantees = new EnumMap<TopicClass, GuaranteedRisk>(TopicClass.class);
        for (var topicClass : TopicClass.values()) {
            var own = calibration.answeredWith(label -> classes.get(label) == topicClass);
            if (own.inside().size() >= ENOUGH_FOR_A_CLASS) {
                guarantees.put(topicClass, guarantee(topicClass.label(), own));
            }
        }
        if (guarantees.size() < TopicClass.values().length) {
            var forAll = guarantee("all", calibration);
            for (var topicClass : TopicClass.values()) {
                guarantees.putIfAbsent(topicClass, forAll);
            }
        }
        return guarantees;
    }

    private GuaranteedRisk guarantee(String topics, Calibration cases) {
        var guarantee = GuaranteedRisk.of(cases, confidence);
        log.info(
                "Answers on {} topics, at a confidence of {}: {}",
                topics,
                confidence,
                guarantee.inWords(cases, confidence));
        return guarantee;
    }
}
