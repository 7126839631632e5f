package org.tandem.assistant;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Topic;
import org.tandem.assistant.learning.Embedder;
import org.tandem.assistant.learning.Opinion;
import org.tandem.assistant.learning.TextClassifier;
import org.tandem.assistant.privacy.PersonalData;

/** The assistant's model at work: topic and risk, signals, language, and the approved answer of the best topic. */
final class TrainedMind implements Assistant.Mind {

    static final String YES = "yes";
    static final String NO = "no";
    private static final int LONGEST = 4_000;
    private static final int TOPICS = 5;
    private static final double HEARD = 0.5;

    private final Map<String, Topic> topics;
    private final TextClassifier classifier;
    private final Map<String, TextClassifier> signals;
    private final Embedder embedder;
    private final Languages languages;
    private final String version;

    TrainedMind(
            Knowledge knowledge,
            TextClassifier classifier,
            Map<String, TextClassifier> signals,
            Embedder embedder,
            Languages languages,
            String version) {
        this.topics = knowledge.topics().stream().collect(Collectors.toMap(Topic::id, topic -> topic));
        this.classifier = classifier;
        this.signals = signals;
        this.embedder = embedder;
        this.languages = languages;
        this.version = version;
    }

    @Override
    public Reading read(Question question) {
        var messages = question.messages().stream()
                .map(TrainedMind::normalized)
                .filter(text -> text.chars().anyMatch(Character::isLetter))
                .toList();
        if (messages.isEmpty()) {
            return new Reading(nothingUnderstood(), null, 1, version);
        }
        var text = shortened(String.join("\n", messages), LONGEST);
        var embedding = embedder.embed(text);
        var opinion = classifier.classify(text, embedding);
        var language = languages.of(text, question.language());
        var understanding = understanding(messages, text, embedding, opinion, language);
        return new Reading(
                understanding, topics.get(opinion.best().label()), Math.clamp(opinion.risk(), 0, 1), version);
    }

    private Understanding understanding(
            List<String> messages, String text, float[] embedding, Opinion opinion, Languages.Guess language) {
        var heard = new HashMap<String, Double>();
        signals.forEach((name, signal) -> heard.put(name, strength(signal, messages, text, embedding)));
        var evidence = new HashMap<>(opinion.evidence());
        evidence.put("outside", opinion.outside());
        heard.forEach((name, strength) -> evidence.put("signal " + name, strength));
        var scores = opinion.candidates().stream()
                .limit(TOPICS)
                .map(candidate -> score(candidate.label(), candidate.probability()))
                .toList();
        return new Understanding(
                language.code(),
                language.supported(),
                scores,
                scores.isEmpty() ? List.of() : scores.subList(0, 1),
                heard.keySet().stream()
                        .filter(name -> heard.getOrDefault(name, 0.0) >= HEARD)
                        .collect(Collectors.toSet()),
                evidence);
    }

    /** The strongest of all messages and of the whole: a plea in the first message is not forgotten in the third. */
    private double strength(TextClassifier signal, List<String> messages, String text, float[] embedding) {
        var strongest = yes(signal.classify(text, embedding));
        if (messages.size() > 1) {
            for (var message : messages) {
                strongest = Math.max(strongest, yes(signal.classify(message, embedder.embed(message))));
            }
        }
        return strongest;
    }

    private static double yes(Opinion opinion) {
        return opinion.candidates().stream()
                .filter(candidate -> candidate.label().equals(YES))
                .mapToDouble(candidate -> candidate.probability())
                .sum();
    }

    private TopicScore score(String id, double probability) {
        var topic = topics.get(id);
        return topic == null
                ? new TopicScore(id, id, TopicClass.PERSON_ONLY, false, probability)
                : new TopicScore(id, topic.title(), topic.topicClass(), topic.automated(), probability);
    }

    private static Understanding nothingUnderstood() {
        return new Understanding("und", false, List.of(), List.of(), Set.of(), Map.of());
    }

    /** One form for all ways to write the same, without personal data: nothing that can be seen later holds any. */
    static String normalized(String text) {
        var visible = Normalizer.normalize(shortened(text, 2 * LONGEST), Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}&&[^\\n\\t]]", "");
        return shortened(PersonalData.mask(visible).replaceAll("\\s+", " ").strip(), LONGEST);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
