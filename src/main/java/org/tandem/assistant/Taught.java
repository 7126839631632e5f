package org.tandem.assistant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.tandem.assistant.Examples.Example;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Topic;

/**
 * What there is to learn from: the knowledge, and examples from elsewhere as far as they add something. An example about a topic that the
 * knowledge does not have any more adds nothing, nor does a text that the knowledge has itself: its editors know best.
 *
 * @param share which share of inquiries to expect that are about none of the topics
 */
record Taught(Knowledge knowledge, List<Example> more, Traffic.Outside share) {

    static Taught of(Knowledge knowledge, List<Example> examples, Traffic.Outside share) {
        var topics = knowledge.topics().stream().map(Topic::id).collect(Collectors.toSet());
        topics.add("");
        var known = new HashSet<String>();
        knowledge.topics().forEach(topic -> topic.examples().forEach(text -> known.add(TrainedMind.normalized(text))));
        knowledge.outside().forEach(text -> known.add(TrainedMind.normalized(text)));
        return new Taught(
                knowledge,
                examples.stream()
                        .map(example -> new Example(TrainedMind.normalized(example.text()), example.topic()))
                        .filter(example -> topics.contains(example.topic()))
                        .filter(example -> !example.text().isEmpty() && known.add(example.text()))
                        .toList(),
                share);
    }

    List<Labelled> inside() {
        return more.stream()
                .filter(example -> !example.topic().isEmpty())
                .map(example -> new Labelled(example.text(), example.topic()))
                .toList();
    }

    List<String> outside() {
        return more.stream()
                .filter(example -> example.topic().isEmpty())
                .map(Example::text)
                .toList();
    }

    /** That of the knowledge, and after a dot that of what handled cases taught if they did. */
    String fingerprint() {
        if (more.isEmpty() && share.cases() == 0) {
            return knowledge.fingerprint();
        }
        var texts = more.stream()
                .map(example -> example.topic() + '\n' + example.text())
                .sorted()
                .collect(Collectors.joining("\n\n", share.cases() == 0 ? "" : share.share() + "\n\n", ""));
        return knowledge.fingerprint()
                + '.'
                + HexFormat.of()
                        .formatHex(sha256().digest(texts.getBytes(StandardCharsets.UTF_8)))
                        .substring(0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
