package org.tandem.assistant.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tandem.assistant.classifier.Embedder;

/** Compares all examples with each other by their meaning: which are nearly the same, and which lie nearer to another topic. */
final class Likeness {

    /** So much alike are texts that differ in a word or two. */
    private static final double NEARLY_THE_SAME = 0.95;

    private static final int NEIGHBOURS = 3;

    private final List<TopicFile> topics;
    private final List<Example> examples = new ArrayList<>();
    private final List<Example> counterExamples = new ArrayList<>();

    Likeness(List<TopicFile> topics, Embedder embedder) {
        this.topics = topics;
        for (int topic = 0; topic < topics.size(); topic++) {
            add(examples, topic, "examples", topics.get(topic).topic().examples(), embedder);
            add(
                    counterExamples,
                    topic,
                    "counterExamples",
                    topics.get(topic).topic().counterExamples(),
                    embedder);
        }
    }

    /** Pairs of examples of two topics that say nearly the same; at most one topic can be right about them. */
    List<Mistake> conflicts() {
        var found = new ArrayList<Mistake>();
        for (int i = 0; i < examples.size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = examples.get(i);
                var other = examples.get(j);
                if (one.topic != other.topic && one.cosine(other) >= NEARLY_THE_SAME) {
                    found.add(note(one, "nearly the same as %s in %s".formatted(quoted(other), at(other))));
                }
            }
        }
        return found;
    }

    /** Counter-examples that lie nearest to the examples of their own topic: kept away from it, they find no other. */
    List<Mistake> weakCounterExamples() {
        return counterExamples.stream()
                .filter(counter -> nearestTopic(counter) == counter.topic)
                .map(counter -> note(
                        counter,
                        "not answered with its topic, but no other topic is nearer than this one, as in %s. Add such an example where it belongs"
                                .formatted(quoted(nearestExample(counter)))))
                .toList();
    }

    /** How often an example of a topic (row) is taken for another topic (column) when it is judged by all other examples. */
    Confusion confusion() {
        var counts = new int[topics.size()][topics.size()];
        examples.forEach(example -> counts[example.topic][nearestTopic(example)]++);
        return new Confusion(topics.stream().map(file -> file.topic().id()).toList(), counts);
    }

    private int nearestTopic(Example example) {
        var scores = IntStream.range(0, topics.size())
                .mapToDouble(topic -> score(example, topic))
                .toArray();
        return IntStream.range(0, scores.length)
                .boxed()
                .max(Comparator.comparingDouble(topic -> scores[topic]))
                .orElse(example.topic);
    }

    private double score(Example example, int topic) {
        var nearest = examples.stream()
                .filter(other -> other.topic == topic && other != example)
                .mapToDouble(example::cosine)
                .toArray();
        Arrays.sort(nearest);
        return Arrays.stream(nearest)
                .skip(Math.max(0, nearest.length - NEIGHBOURS))
                .average()
                .orElse(-1);
    }

    private Example nearestExample(Example example) {
        return examples.stream()
                .filter(other -> other.topic == example.topic)
                .max(Comparator.comparingDouble(example::cosine))
                .orElse(example);
    }

    private Mistake note(Example example, String what) {
        return topics.get(example.topic).at(example.field, example.index, "%s is %s".formatted(quoted(example), what));
    }

    private String at(Example example) {
        var place = topics.get(example.topic).at(example.field, example.index, "");
        return "%s, line %d".formatted(place.file(), place.line());
    }

    private static String quoted(Example example) {
        return "\"%s\"".formatted(example.text);
    }

    private static void add(List<Example> all, int topic, String field, List<String> texts, Embedder embedder) {
        for (int i = 0; i < texts.size(); i++) {
            all.add(new Example(topic, field, i, texts.get(i), embedder.embed(texts.get(i))));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Example(int topic, String field, int index, String text, float[] meaning) {

        double cosine(Example other) {
            float sum = 0;
            for (int i = 0; i < meaning.length; i++) {
                sum += meaning[i] * other.meaning[i];
            }
            return sum;
        }
    }
}
