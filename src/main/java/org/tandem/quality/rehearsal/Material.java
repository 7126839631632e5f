package org.tandem.quality.rehearsal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.assistant.TopicClass;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.classifier.LabelledCsv;
import org.tandem.assistant.classifier.Texts;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Topic;

/**
 * What a company has before there is traffic.
 *
 * @param examples labelled texts, without personal data
 * @param outside texts about none of the topics
 * @param topics all categories
 * @param automated those that may be answered automatically
 */
record Material(List<Labelled> examples, List<String> outside, Set<String> topics, Set<String> automated) {

    private static final Set<TopicClass> ANSWERED = Set.of(TopicClass.ROUTINE, TopicClass.ACCOUNT);

    static Material of(List<Path> files) {
        var rows =
                files.stream().flatMap(file -> LabelledCsv.read(file).stream()).toList();
        var topics = rows.stream().map(Labelled::label).collect(Collectors.toSet());
        return new Material(plain(rows.stream()), List.of(), topics, topics);
    }

    /** As the assistant learns it; topics that are not valid today are left out. */
    static Material of(String knowledge, LocalDate today) {
        var read = Knowledge.read(knowledge, today);
        return new Material(
                plain(read.topics().stream()
                        .flatMap(topic -> topic.examples().stream().map(text -> new Labelled(text, topic.id())))),
                read.outside().stream().map(Inquiries::plain).toList(),
                read.topics().stream().map(Topic::id).collect(Collectors.toSet()),
                read.topics().stream()
                        .filter(topic -> topic.automated() && ANSWERED.contains(topic.topicClass()))
                        .map(Topic::id)
                        .collect(Collectors.toSet()));
    }

    private static List<Labelled> plain(Stream<Labelled> examples) {
        return examples.map(example -> new Labelled(Inquiries.plain(example.text()), example.label()))
                .filter(example -> Texts.hasWords(example.text()))
                .toList();
    }
}
