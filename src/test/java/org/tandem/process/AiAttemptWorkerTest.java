package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.BpmnError;
import io.camunda.client.exception.JobError;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.tandem.assistant.Assistant;
import org.tandem.assistant.AssistantNotReady;
import org.tandem.assistant.AssistantUnavailable;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.Draft;
import org.tandem.assistant.SourceLink;
import org.tandem.assistant.Understanding;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.Source;
import org.tandem.inquiry.State;
import org.tandem.quality.automation.Automation;
import org.tandem.quality.automation.Word;

/** What is kept of an attempt, whatever became of it. */
class AiAttemptWorkerTest {

    private static final InquiryId ID = new InquiryId(UUID.randomUUID());
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final Assistant assistant = mock();
    private final Inquiries inquiries = mock();
    private final Automation automation = mock();
    private final ActivatedJob job = mock();
    private final AiAttemptWorker worker = new AiAttemptWorker(
            assistant, inquiries, automation, mock(), new AttemptRecords(new ObjectMapper(), Clock.systemUTC()));

    @Test
    void aDraftWithABlankIsKeptWithItsSources() {
        when(inquiries.get(ID)).thenReturn(file());
        var draft = new Draft(
                "You pay on [order.dueDate is not known].",
                "due",
                List.of(new SourceLink("When to pay", "https://help.example/due")));
        when(assistant.attempt(any()))
                .thenReturn(new Attempt.Unsure(understanding(), "A fact is missing.", draft, "m"));
        when(automation.on(any(), any(), any(), any(), anyInt()))
                .thenAnswer(asked -> Word.onExamples(asked.getArgument(3)));

        worker.draftAnswer(job, ID.value().toString());

        var kept = ArgumentCaptor.forClass(AiAttempt.class);
        verify(inquiries).keepAttempt(eq(ID), kept.capture());
        assertThat(kept.getValue().draft()).isNull();
        assertThat(kept.getValue().findings().unfinished()).startsWith("You pay on [");
        assertThat(kept.getValue().sources()).containsExactly(new Source("When to pay", "https://help.example/due"));
    }

    @Test
    void whileTheModelIsLoadedTheJobWaitsAndLosesNoRetries() {
        when(inquiries.get(ID)).thenReturn(file());
        when(job.getRetries()).thenReturn(3);
        when(assistant.attempt(any())).thenThrow(new AssistantNotReady("loading"));

        assertThatThrownBy(() -> worker.draftAnswer(job, ID.value().toString()))
                .isInstanceOfSatisfying(JobError.class, later -> {
                    assertThat(later.getRetries()).isEqualTo(3);
                    assertThat(later.getRetryBackoff()).isPositive();
                });
    }

    @Test
    void aModelThatCannotBeHadIsAPathToAPerson() {
        when(inquiries.get(ID)).thenReturn(file());
        when(assistant.attempt(any())).thenThrow(new AssistantUnavailable("switched off"));

        assertThatThrownBy(() -> worker.draftAnswer(job, ID.value().toString()))
                .isInstanceOfSatisfying(
                        BpmnError.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo("AI_UNAVAILABLE"));
    }

    private static Understanding understanding() {
        return new Understanding("en", true, List.of(), List.of(), Set.of(), Map.of());
    }

    private static CaseFile file() {
        return new CaseFile(
                ID,
                "TA-1-1",
                State.RECEIVED,
                false,
                ID.value() + ":1",
                new Customer("Robin", "robin@customer.example"),
                "en",
                NOW,
                List.of(new Message(UUID.randomUUID(), Author.CUSTOMER, "when do I pay", NOW, List.of())),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                0,
                null,
                null,
                null,
                false);
    }
}
