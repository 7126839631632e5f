package org.tandem.assistant;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Topic;
import org.tandem.assistant.learning.Embedder;
import org.tandem.assistant.learning.Opinion;
import org.tandem.assistant.learning.TextClassifier;

/**
 * The near misses that an editor has named for a topic. A text that is more like one of them than like any example of the
 * topic is not answered with it: what was answered wrongly once is not answered so again.
 */
final class CounterExamples {

    private final TextClassifier classifier;
    private final Map<String, List<float[]>> byTopic;

    CounterExamples(Knowledge knowledge, TextClassifier classifier, Embedder embedder) {
        this.classifier = classifier;
        this.byTopic = knowledge.topics().stream()
                .collect(Collectors.toMap(
                        Topic::id,
                        topic -> topic.counterExamples().stream()
                                .map(text -> embedder.embed(TrainedMind.normalized(text)))
                                .toList()));
    }

    /** The same opinion, or, where a counter-example is nearer than its topic, one that is certainly wrong. */
    Opinion heed(Opinion opinion, float[] meaning) {
        var speaksAgainst = byTopic.getOrDefault(opinion.best().label(), List.of()).stream()
                .anyMatch(counter -> classifier.likeness(meaning, counter) > opinion.likenessToBest());
        return speaksAgainst ? opinion.certainlyWrong() : opinion;
    }
}
