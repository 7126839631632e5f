package org.tandem.quality.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.classifier.LabelledCsv;
import org.tandem.assistant.meaning.Clusters;

/**
 * How well clusters of unanswered inquiries fit topics that somebody has labelled, by reach: {@code GapClusters LABELLED.csv
 * OUTSIDE.csv}. Takes 30 topics with 10 to 40 questions each, and 300 about anything.
 */
final class GapClusters {

    private static final int TOPICS = 30;
    private static final int OUTSIDE = 300;

    private GapClusters() {}

    public static void main(String[] args) throws IOException {
        var random = new Random(1);
        var byTopic = LabelledCsv.read(Path.of(args[0])).stream().collect(Collectors.groupingBy(Labelled::label));
        var topics = new ArrayList<>(byTopic.keySet());
        Collections.sort(topics);
        Collections.shuffle(topics, random);
        var texts = new ArrayList<Labelled>();
        for (var topic : topics.subList(0, TOPICS)) {
            var examples = byTopic.getOrDefault(topic, new ArrayList<>());
            Collections.shuffle(examples, random);
            texts.addAll(examples.subList(0, Math.min(examples.size(), 10 + random.nextInt(31))));
        }
        var outside = new ArrayList<>(LabelledCsv.read(Path.of(args[1])));
        Collections.shuffle(outside, random);
        outside.stream().limit(OUTSIDE).forEach(text -> texts.add(new Labelled(text.text(), "")));
        try (var embedder = new BgeEmbedder()) {
            var meanings =
                    texts.stream().map(text -> embedder.embed(text.text())).toList();
            for (double reach = .40; reach < .75; reach += .025) {
                var clusters = Clusters.of(meanings, reach, Clusters.SMALLEST);
                int clustered = 0;
                int pure = 0;
                int alike = 0;
                var found = new java.util.HashSet<String>();
                for (var cluster : clusters) {
                    var counts = cluster.stream()
                            .map(index -> texts.get(index).label())
                            .filter(label -> !label.isEmpty())
                            .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
                    var most = counts.entrySet().stream().max(java.util.Map.Entry.comparingByValue());
                    clustered += cluster.size();
                    alike += most.map(entry -> entry.getValue().intValue()).orElse(0);
                    pure += most.filter(entry -> entry.getValue() >= .8 * cluster.size())
                                    .isPresent()
                            ? 1
                            : 0;
                    most.ifPresent(entry -> found.add(entry.getKey()));
                }
                System.out.printf(
                        "reach %.3f: %d clusters, %d of them four fifths one topic, %d of %d topics found; %d of %d texts in one, %.2f beside their like%n",
                        reach,
                        clusters.size(),
                        pure,
                        found.size(),
                        TOPICS,
                        clustered,
                        texts.size(),
                        clustered == 0 ? 0 : (double) alike / clustered);
            }
        }
    }
}
