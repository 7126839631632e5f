package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Assistant;
import org.tandem.assistant.AssistantNotReady;
import org.tandem.assistant.AssistantUnavailable;
import org.tandem.assistant.Question;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.Sending;
import org.tandem.inquiry.State;
import org.tandem.quality.automation.Automation;

/** The stretch of {@code resolve-inquiry} in which the AI tries: it drafts, the gate decides, the answer goes out. */
@Component
public class AiAttemptWorker {

    static final String AI_UNAVAILABLE = "AI_UNAVAILABLE";
    private static final Duration UNTIL_READY = Duration.ofSeconds(1);

    private final Assistant assistant;
    private final Inquiries inquiries;
    private final Automation automation;
    private final GateRecords gateRecords;
    private final AttemptRecords attemptRecords;

    AiAttemptWorker(
            Assistant assistant,
            Inquiries inquiries,
            Automation automation,
            GateRecords gateRecords,
            AttemptRecords attemptRecords) {
        this.assistant = assistant;
        this.inquiries = inquiries;
        this.automation = automation;
        this.gateRecords = gateRecords;
        this.attemptRecords = attemptRecords;
    }

    /**
     * Lets the assistant try. Being unsure is a normal outcome, so it is a variable and not an error. While its model is being loaded or
     * learned the job waits and loses no retries; how long a customer waits for the AI is the model's affair.
     */
    @JobWorker(type = "assistant.draft-answer")
    @ThrowsBpmnError(AI_UNAVAILABLE)
    public GateInputs draftAnswer(ActivatedJob job, @Variable String inquiryId) {
        var id = InquiryId.of(inquiryId);
        var file = inquiries.get(id);
        if (file.state() != State.RECEIVED) {
            return GateInputs.personHasIt(file.repeatContacts());
        }
        var question = new Question(
                customerTexts(file), file.language(), file.customer().contactKey());
        try {
            var attempt = assistant.attempt(question);
            inquiries.keepAttempt(
                    id, attemptRecords.of(file, question.messages().size(), attempt));
            var word = automation.on(id, file.conversationKey(), question.asked(), attempt, file.repeatContacts());
            return GateInputs.of(attempt, file.repeatContacts(), word);
        } catch (AssistantNotReady e) {
            throw CamundaError.jobError(e.getMessage(), null, job.getRetries(), UNTIL_READY);
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

    private static List<String> customerTexts(CaseFile file) {
        return file.messages().stream()
                .filter(message -> message.author() == Author.CUSTOMER)
                .map(Message::text)
                .toList();
    }
}
