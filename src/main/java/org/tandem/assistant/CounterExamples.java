package org.tandem.assistant;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.classifier.Opinion;
import org.tandem.assistant.classifier.TextClassifier;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Topic;

/**
 * The near misses that an editor has named for a topic. A text that is more like one of them than like any example of the
 * topic is not answered with it: what was answered wrongly once is not answered so again. The calibration knows nothing of this.
 * Where counter-examples keep right answers back, the rest is wrong more often than it says.
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

    /**
     * The same opinion, or one that is certainly wrong where a counter-example is nearer than the examples of its best topic.
     *
     * @param meaning of the text that the opinion is about, or of a part of it; then the part may lie nearer to an example than the
     *     whole does
     */
    Opinion heed(Opinion opinion, float[] meaning) {
        var nearest = byTopic.getOrDefault(opinion.best().label(), List.of()).stream()
                .mapToDouble(counter -> classifier.likeness(meaning, counter))
                .max()
                .orElse(-1);
        boolean isNearer = nearest > opinion.likenessToBest()
                && nearest > classifier.likenessTo(opinion.best().label(), meaning);
        return isNearer ? opinion.certainlyWrong("counterExample", nearest) : opinion;
    }
}
