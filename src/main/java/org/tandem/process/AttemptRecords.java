package org.tandem.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.TopicScore;
import org.tandem.assistant.Understanding;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Findings;
import org.tandem.inquiry.Source;

/** What the case file keeps of an attempt of the assistant. */
@Component
class AttemptRecords {

    /** Below this probability a topic is not named to the person as what the customer may want instead. */
    private static final double WORTH_A_THOUGHT = 0.1;

    private final ObjectMapper json;
    private final Clock clock;

    AttemptRecords(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** @param customerMessages how many messages of the customer it has read */
    AiAttempt of(CaseFile file, int customerMessages, Attempt attempt) {
        var understanding = attempt.understanding();
        var topic =
                understanding.topics().isEmpty() ? null : understanding.topics().getFirst();
        var drafted = attempt instanceof Attempt.Drafted d ? d : null;
        return new AiAttempt(
                file.conversationKey(),
                customerMessages,
                topic == null ? null : topic.topicId(),
                topic == null ? null : topic.title(),
                topic == null ? null : understanding.topicClass(),
                drafted == null ? 1.0 : drafted.risk(),
                drafted == null ? null : drafted.draft().text(),
                sources(attempt),
                understanding.language(),
                understanding.languageSupported(),
                understanding.distress(),
                understanding.asksForPerson(),
                attempt.modelVersion(),
                evidence(understanding),
                findings(attempt),
                clock.instant());
    }

    /** Where the draft comes from, also one that is not finished. */
    private static List<Source> sources(Attempt attempt) {
        var draft = switch (attempt) {
            case Attempt.Drafted drafted -> drafted.draft();
            case Attempt.Unsure unsure -> unsure.unfinished();
        };
        return draft == null
                ? List.of()
                : draft.sources().stream()
                        .map(source -> new Source(source.title(), source.link()))
                        .toList();
    }

    private String evidence(Understanding understanding) {
        Map<String, Object> evidence = Map.of(
                "topics", understanding.topics(),
                "requests", understanding.requests(),
                "signals", understanding.signals(),
                "scores", understanding.evidence());
        try {
            return json.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The evidence of an attempt cannot be written as JSON", e);
        }
    }

    private static Findings findings(Attempt attempt) {
        var understanding = attempt.understanding();
        var unsure = attempt instanceof Attempt.Unsure u ? u : null;
        return new Findings(
                understanding.requests().stream().map(TopicScore::title).toList(),
                understanding.topics().stream()
                        .filter(topic -> topic.probability() >= WORTH_A_THOUGHT)
                        .map(TopicScore::title)
                        .filter(title -> understanding.requests().stream()
                                .noneMatch(request -> request.title().equals(title)))
                        .toList(),
                understanding.signals().stream().sorted().toList(),
                unsure == null || unsure.unfinished() == null
                        ? null
                        : unsure.unfinished().text(),
                unsure == null ? null : unsure.why(),
                understanding.topics().stream()
                        .filter(topic -> topic.probability() >= WORTH_A_THOUGHT)
                        .map(TopicScore::topicId)
                        .toList());
    }
}
