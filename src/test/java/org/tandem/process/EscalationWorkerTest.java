package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.desk.Desk;
import org.tandem.desk.Steering;
import org.tandem.desk.pay.DoneWork;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;

/** A lead decides about a case of which there is no task. */
class EscalationWorkerTest {

    private static final InquiryId ID = InquiryId.next();

    private final Steering steering = mock(Steering.class);
    private final Desk desk = mock(Desk.class);
    private final Inquiries inquiries = mock(Inquiries.class);
    private final UserTasks userTasks = mock(UserTasks.class);
    private final DoneWork done = mock(DoneWork.class);
    private final EscalationWorker worker =
            new EscalationWorker(steering, desk, inquiries, userTasks, done, Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({"REASSIGN", "TAKE_OVER", "RAISE"})
    void whatWaitsInNoQueueCannotBeGivenOrRaisedAndTheLeadReadsWhy(String decision) {
        theCaseIs(State.WITH_PERSON);

        var carried = decide(decision);

        assertThat(carried.lookAgain()).isTrue();
        assertThat(carried.returnedBecause()).startsWith("TA-1234-5678 is in no queue yet");
        verify(done, never()).escalationDecided(any(), any(), any());
    }

    @ParameterizedTest
    @CsvSource({"REASSIGN", "TAKE_OVER", "RAISE", "NEW_TIME"})
    void whatTheAiStillHasIsLeftToIt(String decision) {
        theCaseIs(State.RECEIVED);

        assertThat(decide(decision).returnedBecause()).contains("the AI has it");
        verify(desk, never()).promiseAnew(any(), any(), any());
    }

    @Test
    void whatIsAnsweredMeanwhileNeedsNothingMore() {
        theCaseIs(State.ANSWERED_BY_PERSON);

        assertThat(decide("RAISE").lookAgain()).isFalse();
    }

    private void theCaseIs(State state) {
        var file = mock(CaseFile.class);
        when(file.state()).thenReturn(state);
        when(inquiries.get(ID)).thenReturn(file);
        when(steering.answering("TA-1234-5678")).thenReturn(Optional.empty());
        when(userTasks.completedBy(any())).thenReturn("lena");
    }

    private EscalationWorker.Carried decide(String decision) {
        return worker.decideEscalation(
                mock(ActivatedJob.class),
                UUID.randomUUID().toString(),
                ID.toString(),
                "TA-1234-5678",
                decision,
                "berta",
                "2099-01-01T10:00Z",
                "Tomorrow");
    }
}
