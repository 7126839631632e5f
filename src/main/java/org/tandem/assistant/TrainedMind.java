package org.tandem.assistant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tandem.assistant.learning.Embedder;
import org.tandem.assistant.learning.Opinion;
import org.tandem.assistant.learning.TextClassifier;
import org.tandem.assistant.learning.Texts;

/** The assistant's model at work: topic and risk, signals, language, and the approved answer of the best topic. */
final class TrainedMind implements Assistant.Mind {

    static final String YES = "yes";
    static final String NO = "no";
    private static final int TOPICS = 5;
    private static final double HEARD = 0.5;

    private final Map<String, Topic> topics;
    private final Models models;
    private final TextClassifier classifier;
    private final Map<String, TextClassifier> signals;
    private final Embedder embedder;
    private final Languages languages;
    private final String version;

    TrainedMind(Knowledge knowledge, Models models, Embedder embedder, Languages languages) {
        this.topics = knowledge.topics().stream().collect(Collectors.toMap(Topic::id, topic -> topic));
        this.models = models;
        this.classifier = models.topics();
        this.signals = models.signals();
        this.embedder = embedder;
        this.languages = languages;
        this.version = models.about().version();
    }

    @Override
    public Attempt attempt(Question question) {
        var messages = question.messages().stream()
                .map(TrainedMind::normalized)
                .filter(text -> text.chars().anyMatch(Character::isLetter))
                .toList();
        if (messages.isEmpty()) {
            return new Attempt.Unsure(nothingUnderstood(), "The message has no words.", version);
        }
        var text = shortened(String.join("\n", messages));
        var embedding = embedder.embed(text);
        var opinion = classifier.classify(text, embedding);
        var language = languages.of(text, question.language());
        var understanding = understanding(messages, text, embedding, opinion, language);
        var topic = topics.get(opinion.best().label());
        if (topic == null) {
            return new Attempt.Unsure(understanding, "No topic fits what the customer wrote.", version);
        }
        var draft = new Draft(topic.answer(), topic.id(), List.of(new SourceLink(topic.title(), topic.source())));
        double risk = question.messages().stream().anyMatch(Texts::isTooLong) ? 1 : Math.clamp(opinion.risk(), 0, 1);
        return new Attempt.Drafted(
                understanding, draft, risk, models.guaranteedRisk(topic.topicClass(), risk), version);
    }

    private Understanding understanding(
            List<String> messages, String text, float[] embedding, Opinion opinion, Languages.Guess language) {
        var heard = new HashMap<String, Double>();
        signals.forEach((name, signal) -> heard.put(name, strength(signal, messages, text, embedding)));
        var evidence = new HashMap<>(opinion.evidence());
        evidence.put("outside", opinion.outside());
        heard.forEach((name, strength) -> evidence.put("signal " + name, strength));
        return new Understanding(
                language.code(),
                language.supported(),
                opinion.candidates().stream()
                        .limit(TOPICS)
                        .map(candidate -> score(candidate.label(), candidate.probability()))
                        .toList(),
                isHeard(heard, "distress") || isHeard(heard, "legal-threat"),
                isHeard(heard, "asks-for-person"),
                isHeard(heard, "several-requests"),
                evidence);
    }

    /** The strongest of all messages and of the whole: a plea in the first message is not forgotten in the third. */
    private double strength(TextClassifier signal, List<String> messages, String text, float[] embedding) {
        var strongest = yes(signal.classify(text, embedding));
        if (messages.size() > 1) {
            for (var message : messages) {
                strongest = Math.max(
                        strongest, yes(signal.classify(shortened(message), embedder.embed(shortened(message)))));
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

    private static boolean isHeard(Map<String, Double> heard, String signal) {
        return heard.getOrDefault(signal, 0.0) >= HEARD;
    }

    private TopicScore score(String id, double probability) {
        var topic = topics.get(id);
        return topic == null
                ? new TopicScore(id, id, TopicClass.PERSON_ONLY, false, probability)
                : new TopicScore(id, topic.title(), topic.topicClass(), topic.automated(), probability);
    }

    private static Understanding nothingUnderstood() {
        return new Understanding("und", false, List.of(), false, false, false, Map.of());
    }

    static String normalized(String text) {
        return Texts.normalized(text);
    }

    private static String shortened(String text) {
        return Texts.shortened(text);
    }
}
