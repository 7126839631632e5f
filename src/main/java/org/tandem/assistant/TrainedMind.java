package org.tandem.assistant;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.classifier.Opinion;
import org.tandem.assistant.classifier.TextClassifier;
import org.tandem.assistant.classifier.Texts;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Topic;
import org.tandem.privacy.PersonalData;

/** The assistant's model at work: topic and risk, signals, language, and the approved answer of the best topic. */
final class TrainedMind implements Assistant.Mind {

    static final String YES = "yes";
    static final String NO = "no";
    private static final int TOPICS = 5;

    /** Below a half, because a plea that is missed does more harm than one that is heard where there was none. */
    static final double HEARD = 0.35;

    private static final String SEVERAL = Understanding.SEVERAL_REQUESTS;

    /** The signal plus the trust in two topics; chosen on joined pairs of held-out questions. */
    private static final double SEVERAL_HEARD = 0.64;

    private final Map<String, Topic> topics;
    private final TrainedModels models;
    private final TextClassifier classifier;
    private final CounterExamples counterExamples;
    private final Map<String, TextClassifier> signals;
    private final Embedder embedder;
    private final Languages languages;
    private final String version;

    TrainedMind(Knowledge knowledge, TrainedModels models, Embedder embedder, Languages languages) {
        this.topics = knowledge.topics().stream().collect(Collectors.toMap(Topic::id, topic -> topic));
        this.models = models;
        this.classifier = models.topics();
        this.counterExamples = new CounterExamples(knowledge, classifier, embedder);
        this.signals = models.signals();
        this.embedder = embedder;
        this.languages = languages;
        this.version = models.about().version();
    }

    @Override
    public Reading read(Question question) {
        var messages = question.messages().stream()
                .map(PersonalData::mask)
                .filter(Texts::hasWords)
                .toList();
        if (messages.isEmpty()) {
            return new Reading("", nothingUnderstood(question), List.of(), 1, 1, version);
        }
        var conversation = PersonalData.mask(String.join("\n", messages)); // one number may stand in two messages
        var whole = text(conversation);
        var parts = parts(whole, messages);
        var requests = Clauses.of(messages.getLast()).stream()
                .filter(Clauses::isLongEnoughToAsk)
                .map(clause -> parts.get(words(clause)))
                .toList();
        var opinion = opinion(whole);
        for (var request : requests) {
            opinion = counterExamples.heed(opinion, request.meaning);
        }
        var language = languages.of(whole.words, question.language());
        var understanding = understanding(parts.values(), requests, opinion, language);
        var isTooLong = question.messages().stream().anyMatch(Texts::isTooLong) || Texts.isTooLong(conversation);
        double risk = isTooLong || understanding.severalRequests() ? 1 : Math.clamp(opinion.risk(), 0, 1);
        var answered = answered(understanding);
        return new Reading(whole.words, understanding, answered, risk, guaranteedRisk(answered, risk), version);
    }

    /**
     * All that signals are listened for in, each once: the conversation, each message and each clause. A plea in the first message is
     * not forgotten in the third, nor a short one behind a long question.
     */
    private Map<String, Text> parts(Text whole, List<String> messages) {
        var parts = new LinkedHashMap<String, Text>();
        parts.put(whole.words, whole);
        messages.stream()
                .flatMap(message -> Stream.concat(Stream.of(message), Clauses.of(message).stream()))
                .forEach(part -> parts.computeIfAbsent(words(part), words -> new Text(words, embedder.embed(words))));
        return parts;
    }

    private List<Topic> answered(Understanding understanding) {
        return understanding.requests().stream()
                .map(TopicScore::topicId)
                .filter(topics::containsKey)
                .map(topics::get)
                .toList();
    }

    private double guaranteedRisk(List<Topic> answered, double risk) {
        return answered.isEmpty()
                ? 1
                : models.guaranteedRisk(answered.getFirst().topicClass(), risk);
    }

    private Understanding understanding(
            Collection<Text> parts, List<Text> clauses, Opinion opinion, Languages.Guess language) {
        var evidence = new HashMap<>(opinion.evidence());
        evidence.put("outside", opinion.outside());
        var heard = heard(parts);
        var two = twoRequests(clauses);
        if (two.size() == 2) {
            heard.merge(SEVERAL, two.getFirst().trust() * two.getLast().trust(), Double::sum);
        }
        heard.forEach((name, strength) -> evidence.put("signal " + name, strength));
        var scores = opinion.candidates().stream()
                .limit(TOPICS)
                .map(candidate -> score(candidate.label(), candidate.probability()))
                .toList();
        return new Understanding(
                language.code(),
                language.supported(),
                scores,
                isHeard(heard, SEVERAL) && !two.isEmpty()
                        ? two.stream().map(Request::topic).toList()
                        : scores.subList(0, Math.min(1, scores.size())),
                heard.keySet().stream().filter(name -> isHeard(heard, name)).collect(Collectors.toSet()),
                evidence);
    }

    private Map<String, Double> heard(Collection<Text> parts) {
        var heard = new HashMap<String, Double>();
        signals.forEach((name, signal) -> heard.put(
                name,
                parts.stream()
                        .mapToDouble(part -> yes(signal.classify(part.words, part.meaning)))
                        .max()
                        .orElse(0)));
        return heard;
    }

    private Opinion opinion(Text text) {
        return counterExamples.heed(classifier.classify(text.words, text.meaning), text.meaning);
    }

    /** The two clauses that are most surely about different topics, as they were written, or nothing when all seem to be about one. */
    private List<Request> twoRequests(List<Text> clauses) {
        if (clauses.size() < 2) {
            return List.of();
        }
        var surest = clauses.stream()
                .map(this::request)
                .filter(request -> request.trust() > 0)
                .collect(Collectors.toMap(
                        request -> request.topic().topicId(),
                        request -> request,
                        BinaryOperator.maxBy(Comparator.comparingDouble(Request::trust)),
                        LinkedHashMap::new));
        if (surest.size() < 2) {
            return List.of();
        }
        var two = surest.values().stream()
                .sorted(Comparator.comparingDouble(Request::trust).reversed())
                .limit(2)
                .toList();
        return surest.values().stream().filter(two::contains).toList();
    }

    private Request request(Text clause) {
        var opinion = opinion(clause);
        var best = opinion.best();
        return new Request(score(best.label(), best.probability()), Math.clamp(1 - opinion.risk(), 0, 1));
    }

    private Text text(String masked) {
        var words = words(masked);
        return new Text(words, embedder.embed(words));
    }

    private static String words(String masked) {
        return Texts.shortened(Texts.oneLine(masked));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Text(String words, float[] meaning) {}

    private record Request(TopicScore topic, double trust) {}

    static double yes(Opinion opinion) {
        return opinion.candidates().stream()
                .filter(candidate -> candidate.label().equals(YES))
                .mapToDouble(candidate -> candidate.probability())
                .sum();
    }

    private static boolean isHeard(Map<String, Double> heard, String signal) {
        return heard.getOrDefault(signal, 0.0) >= (signal.equals(SEVERAL) ? SEVERAL_HEARD : HEARD);
    }

    private TopicScore score(String id, double probability) {
        var topic = topics.get(id);
        return topic == null
                ? new TopicScore(id, id, TopicClass.PERSON_ONLY, false, probability)
                : new TopicScore(id, topic.title(), topic.topicClass(), topic.automated(), probability);
    }

    private Understanding nothingUnderstood(Question question) {
        var language = languages.of("", question.language());
        return new Understanding(language.code(), language.supported(), List.of(), List.of(), Set.of(), Map.of());
    }

    /** One form for all ways to write the same, without personal data: nothing that can be seen later holds any. */
    static String normalized(String text) {
        return words(PersonalData.mask(text));
    }
}
