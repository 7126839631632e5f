package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;

/** After a case is solved: the rating, and the way back to a person, also when the case was closed long ago. */
class CustomerComesBackTest extends Journey {

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Test
    void aRatingIsRecordedAndTheCustomerMayStillComeBack() {
        var id = aSolvedCase();

        asCustomer(id).rate(2, "Too many words");

        theFeedbackProcess().hasCompletedElements("Event_FeedbackRecorded").hasActiveElements("Gateway_AwaitCustomer");
        assertThat(inquiries.get(id).rating())
                .satisfies(rating -> assertThat(rating.score()).isEqualTo(2));
    }

    @Test
    void aSolvedCaseGoesToAPersonWhenTheCustomerAsksForOne() {
        var id = aSolvedCase();

        asCustomer(id).requestPerson();

        theOpenTask();
        theFeedbackProcess().isCompleted().hasCompletedElements("Event_PersonRequestedAfterwards");
        assertThat(reasonOfLastHandOver(id)).isEqualTo(HandOverReason.CUSTOMER_ASKED);
        await().untilAsserted(() -> assertThat(database.sql("select truth, source from outcome where inquiry_id = ?")
                        .param(id.value())
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("WRONG", "reopening"));
    }

    @Test
    void aSolvedCaseGoesToAPersonWhenTheCustomerWritesAgain() {
        var id = aSolvedCase();

        asCustomer(id).write("It is still not there.");

        theOpenTask();
        theFeedbackProcess().isCompleted().hasCompletedElements("Event_CustomerWroteAfterwards");
        assertThat(reasonOfLastHandOver(id)).isEqualTo(HandOverReason.CUSTOMER_WROTE);
    }

    @Test
    void whatWasPresumedSolvedAndIsNotGoesToAPerson() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);
        timePasses(SILENCE);
        theFeedbackProcess().hasActiveElements("Gateway_AwaitCustomer");

        asCustomer(id).judge(false);

        theOpenTask();
        theFeedbackProcess().isCompleted().hasCompletedElements("Event_NotSolvedAfterwards");
        assertThat(reasonOfLastHandOver(id)).isEqualTo(HandOverReason.NOT_SOLVED);
    }

    @Test
    void whoSaysThatWhatWasPresumedSolvedIsSolvedMayStillComeBack() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);
        timePasses(SILENCE);
        theFeedbackProcess().hasActiveElements("Gateway_AwaitCustomer");

        asCustomer(id).judge(true);
        asCustomer(id).requestPerson();

        theOpenTask();
        theFeedbackProcess().isCompleted().hasCompletedElements("Event_PersonRequestedAfterwards");
    }

    @Test
    void aCustomerWhoChangesTheirMindAtOnceIsNotAskedForARating() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);

        transaction.executeWithoutResult(both -> {
            asCustomer(id).judge(true);
            asCustomer(id).requestPerson();
        });

        theOpenTask();
        assertThat(inquiries.get(id).state()).isEqualTo(State.WITH_PERSON);
    }

    @Test
    void aCustomerWhoComesBackWhileTheCaseClosesGetsAPerson() {
        var id = aSolvedCase();
        var first = new AtomicBoolean(true);
        doAnswer(closing -> {
                    if (first.getAndSet(false)) {
                        asCustomer(id).requestPerson();
                    }
                    return closing.callRealMethod();
                })
                .when(inquiries)
                .close(any(), any(), any());

        timePasses(FEEDBACK_WINDOW);

        theOpenTask();
        theProcess().hasCompletedElements("Task_RecordOutcome");
        assertThat(inquiries.get(id).closed()).isFalse();
    }

    @Test
    void aClosedCaseOpensAgainAtAPerson() {
        var id = aSolvedCase();
        timePasses(FEEDBACK_WINDOW);
        theProcess().isCompleted();

        asCustomer(id).requestPerson();

        theOpenTask();
        assertThat(inquiries.get(id).state()).isEqualTo(State.WITH_PERSON);
        assertThat(reasonOfLastHandOver(id)).isIn(HandOverReason.REOPENED, HandOverReason.CUSTOMER_ASKED);
    }

    private InquiryId aSolvedCase() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);
        asCustomer(id).judge(true);
        theFeedbackProcess().hasActiveElements("Gateway_AwaitCustomer");
        return id;
    }

    private HandOverReason reasonOfLastHandOver(InquiryId id) {
        return inquiries.get(id).handOvers().getLast().reason();
    }
}
