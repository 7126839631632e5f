package org.tandem.assistant;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.classifier.Opinion;
import org.tandem.assistant.classifier.TextClassifier;
import org.tandem.assistant.classifier.Texts;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Topic;
import org.tandem.assistant.letter.Letter;
import org.tandem.privacy.PersonalData;

/** The assistant's model at work: topic and risk, signals, language, and the approved answer of the best topic. */
final class TrainedMind implements Assistant.Mind {

    private static final int TOPICS = 5;
    private static final String SEVERAL = Understanding.SEVERAL_REQUESTS;

    /** The signal plus the trust in two topics; chosen on joined pairs of held-out questions. */
    private static final double SEVERAL_HEARD = 0.64;

    private final Map<String, Topic> topics;
    private final TrainedModels models;
    private final TextClassifier classifier;
    private final CounterExamples counterExamples;
    private final Signals signals;
    private final Embedder embedder;
    private final Languages languages;
    private final String version;

    TrainedMind(Knowledge knowledge, TrainedModels models, Embedder embedder, Languages languages) {
        this.topics = knowledge.topics().stream().collect(Collectors.toMap(Topic::id, topic -> topic));
        this.models = models;
        this.classifier = models.topics();
        this.counterExamples = new CounterExamples(knowledge, classifier, embedder);
        this.signals = new Signals(knowledge, models.signals());
        this.embedder = embedder;
        this.languages = languages;
        this.version = models.about().version();
    }

    @Override
    public Reading read(Question question) {
        var letters = question.letters();
        var messages = Question.bodies(letters);
        if (messages.isEmpty() || !letters.getLast().saysSomething()) {
            return nothingAsked(question, letters);
        }
        var conversation = Question.conversation(messages);
        var whole = Text.of(conversation, embedder);
        var parts = parts(whole, messages);
        var clauses = Clauses.of(messages.getLast()).stream()
                .filter(Clauses::isLongEnoughToAsk)
                .map(clause -> parts.get(Text.words(clause)))
                .toList();
        var opinion = opinion(whole);
        for (var clause : clauses) {
            opinion = counterExamples.heed(opinion, clause.meaning());
        }
        var understanding = understanding(
                opinion,
                Requests.of(clauses, this::request),
                signals.heard(parts.values(), conversation),
                languages.of(whole.words(), question.language()),
                letters);
        var isTooLong = question.messages().stream().anyMatch(Texts::isTooLong) || Texts.isTooLong(conversation);
        double risk = isTooLong || understanding.severalRequests() ? 1 : Math.clamp(opinion.risk(), 0, 1);
        var answered = answered(understanding);
        return new Reading(whole.words(), understanding, answered, risk, guaranteedRisk(answered, risk), version);
    }

    @Override
    public List<TopicTitle> topics() {
        return topics.values().stream()
                .map(topic -> new TopicTitle(topic.id(), topic.title()))
                .sorted(Comparator.comparing(TopicTitle::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /**
     * All that signals are listened for in, each once: the conversation, each message and each clause. A plea in the first message is
     * not forgotten in the third, nor a short one behind a long question.
     */
    private Map<String, Text> parts(Text whole, List<String> messages) {
        var parts = new LinkedHashMap<String, Text>();
        parts.put(whole.words(), whole);
        messages.stream()
                .flatMap(message -> Stream.concat(Stream.of(message), Clauses.of(message).stream()))
                .forEach(part -> parts.computeIfAbsent(Text.words(part), words -> Text.of(words, embedder)));
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
            Opinion opinion, Requests requests, Signals.Heard heard, Languages.Guess language, List<Letter> letters) {
        var evidence = new HashMap<>(opinion.evidence());
        evidence.put(Understanding.OUTSIDE, opinion.outside());
        evidence.putAll(heard.evidence());
        evidence.putAll(disregarded(letters));
        double several = heard.strength(SEVERAL) + requests.trust();
        evidence.put("signal " + SEVERAL, several);
        var names = new HashSet<>(heard.names());
        if (several >= SEVERAL_HEARD) {
            names.add(SEVERAL);
        }
        var scores = opinion.candidates().stream()
                .limit(TOPICS)
                .map(candidate -> score(candidate.label(), candidate.probability()))
                .toList();
        return new Understanding(
                language.code(),
                language.supported(),
                scores,
                names.contains(SEVERAL) && !requests.two().isEmpty()
                        ? requests.topics()
                        : scores.subList(0, Math.min(1, scores.size())),
                names,
                evidence);
    }

    /** How many letters were not taken for what is asked, so that it can be seen later. */
    private static Map<String, Double> disregarded(List<Letter> letters) {
        return letters.stream()
                .flatMap(letter -> letter.asides().entrySet().stream())
                .collect(Collectors.toMap(
                        aside -> aside.getKey().evidence(), aside -> (double) aside.getValue(), Double::sum));
    }

    private Opinion opinion(Text text) {
        return counterExamples.heed(classifier.classify(text.words(), text.meaning()), text.meaning());
    }

    private Requests.Request request(Text clause) {
        var opinion = opinion(clause);
        var best = opinion.best();
        return new Requests.Request(score(best.label(), best.probability()), Math.clamp(1 - opinion.risk(), 0, 1));
    }

    private TopicScore score(String id, double probability) {
        var topic = topics.get(id);
        return topic == null
                ? new TopicScore(id, id, TopicClass.PERSON_ONLY, false, probability)
                : new TopicScore(id, topic.title(), topic.topicClass(), topic.automated(), probability);
    }

    /** No words, nothing but a quotation, or a machine's mail. */
    private Reading nothingAsked(Question question, List<Letter> letters) {
        var language = languages.of(String.join("\n", question.messages()), question.language());
        var understanding = new Understanding(
                language.code(), language.supported(), List.of(), List.of(), Set.of(), disregarded(letters));
        return new Reading("", understanding, List.of(), 1, 1, version);
    }

    /** One form for all ways to write the same, without personal data: nothing that can be seen later holds any. */
    static String normalized(String text) {
        return Text.words(PersonalData.mask(text));
    }
}
