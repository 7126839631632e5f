package org.tandem.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Assistant;
import org.tandem.assistant.AssistantUnavailable;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.Question;
import org.tandem.assistant.TopicScore;
import org.tandem.assistant.Understanding;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Findings;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.Sending;
import org.tandem.inquiry.Source;
import org.tandem.inquiry.State;

/** The stretch of {@code resolve-inquiry} in which the AI tries: it drafts, the gate decides, the answer goes out. */
@Component
public class AiAttemptWorker {

    static final String AI_UNAVAILABLE = "AI_UNAVAILABLE";

    /** Below this probability a topic is not named to the person as what the customer may want instead. */
    private static final double WORTH_A_THOUGHT = 0.1;

    private final Assistant assistant;
    private final Inquiries inquiries;
    private final GateRecords gateRecords;
    private final ObjectMapper json;
    private final Clock clock;

    AiAttemptWorker(Assistant assistant, Inquiries inquiries, GateRecords gateRecords, ObjectMapper json, Clock clock) {
        this.assistant = assistant;
        this.inquiries = inquiries;
        this.gateRecords = gateRecords;
        this.json = json;
        this.clock = clock;
    }

    /** Lets the assistant try. Being unsure is a normal outcome, so it is a variable and not an error. */
    @JobWorker(type = "assistant.draft-answer")
    @ThrowsBpmnError(AI_UNAVAILABLE)
    public GateInputs draftAnswer(@Variable String inquiryId) {
        var id = InquiryId.of(inquiryId);
        var file = inquiries.get(id);
        if (file.state() != State.RECEIVED) {
            return GateInputs.personHasIt(file.repeatContacts());
        }
        var question = customerTexts(file);
        try {
            var attempt = assistant.attempt(
                    new Question(question, file.language(), file.customer().contactKey()));
            inquiries.keepAttempt(id, record(file, question.size(), attempt));
            return GateInputs.of(attempt, file.repeatContacts());
        } catch (AssistantUnavailable e) {
            throw CamundaError.bpmnError(AI_UNAVAILABLE, "The assistant cannot answer now: " + e.getMessage());
        }
    }

    /** Sends the draft if the case is still as the draft found it: an answer that comes too late never speaks over a person. */
    @JobWorker(type = "inquiry.send-ai-answer")
    public Sent sendAiAnswer(
            ActivatedJob job,
            @Variable String inquiryId,
            @Variable String conversationKey,
            @Variable Gate gate,
            @VariablesAsType GateInputs inputs) {
        var decision = gateRecords.of(job, conversationKey, gate, inputs);
        return switch (inquiries.answerByAi(InquiryId.of(inquiryId), decision)) {
            case Sending.Sent sent -> new Sent(true);
            case Sending.Refused refused -> new Sent(false);
        };
    }

    public record Sent(boolean sent) {}

    private AiAttempt record(CaseFile file, int customerMessages, Attempt attempt) {
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
                unsure == null ? null : unsure.why());
    }

    private static List<String> customerTexts(CaseFile file) {
        return file.messages().stream()
                .filter(message -> message.author() == Author.CUSTOMER)
                .map(Message::text)
                .toList();
    }
}
