package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandem.assistant.AssistantNotReady;
import org.tandem.assistant.AssistantUnavailable;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Outcome;
import org.tandem.inquiry.State;

/** The stretch in which the AI has the case, and every way from it to a person. */
class AiAnswersTest extends Journey {

    @Test
    void aConfidentAnswerThatSolvesItNeedsNoPerson() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);

        asCustomer(id).judge(true);
        theFeedbackProcess().hasActiveElements("Gateway_AwaitCustomer");
        timePasses(FEEDBACK_WINDOW);

        theProcess()
                .isCompleted()
                .hasCompletedElements("Event_SolvedByAi")
                .hasNotActivatedElements("CallActivity_ResolveByPerson");
        var file = inquiries.get(id);
        assertThat(file.closed()).isTrue();
        assertThat(file.outcome()).isEqualTo(Outcome.SOLVED_BY_AI);
        assertThat(messagesBy(Author.AI, id)).singleElement().satisfies(answer -> {
            assertThat(answer.text()).isEqualTo(ANSWER);
            assertThat(answer.sources()).hasSize(1);
        });
        assertThat(file.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.route()).isEqualTo("AI_ANSWER");
            assertThat(decision.decisionVersion()).startsWith("confidence-gate v");
            assertThat(decision.inputs()).contains("\"risk\":0.001");
        });
    }

    @Test
    void silenceAfterTheAnswerCountsAsSolved() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);

        timePasses(SILENCE);
        theFeedbackProcess().hasActiveElements("Gateway_AwaitCustomer");
        timePasses(FEEDBACK_WINDOW);

        theProcess().isCompleted().hasCompletedElements("Event_PresumedSolvedByAi", "Event_PresumedSolved");
        assertThat(inquiries.get(id).outcome()).isEqualTo(Outcome.PRESUMED_SOLVED);
    }

    @Test
    void anUnsureDraftGoesToAPersonAndNotToTheCustomer() {
        theAssistantIsUnsure();
        var id = aCustomerAsks();

        theOpenTask();

        var file = becomes(id, State.WITH_PERSON);
        assertThat(messagesBy(Author.AI, id)).isEmpty();
        assertThat(file.handOvers())
                .singleElement()
                .satisfies(handOver -> assertThat(handOver.reason()).isEqualTo(HandOverReason.GATE));
        assertThat(file.decisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.route()).isEqualTo("PERSON_WITH_DRAFT"));
        theProcess()
                .hasCompletedElements("Event_PersonByGate")
                .hasActiveElements("CallActivity_ResolveByPerson")
                .hasNotActivatedElements("Task_SendAiAnswer");
    }

    @Test
    void aCustomerWhoAsksForAPersonGetsOne() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);

        asCustomer(id).requestPerson();

        theOpenTask();
        theProcess().hasTerminatedElements("SubProcess_AiHandlesInquiry").hasCompletedElements("Event_PersonRequested");
        assertThat(reasonOfLastHandOver(id)).isEqualTo(HandOverReason.CUSTOMER_ASKED);
    }

    @Test
    void aCustomerWhoAsksForAPersonWhileTheAiThinksNeverHearsTheAi() {
        var asked = new CompletableFuture<InquiryId>();
        whileTheAssistantThinks(() -> asCustomer(asked.join()).requestPerson());
        asked.complete(aCustomerAsks());

        theOpenTask();

        assertThat(messagesBy(Author.AI, asked.join())).isEmpty();
        assertThat(reasonOfLastHandOver(asked.join())).isEqualTo(HandOverReason.CUSTOMER_ASKED);
    }

    @Test
    void aCustomerWhoWritesOnAfterTheAnswerGetsAPerson() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);

        asCustomer(id).write("But it has been three weeks already.");

        theOpenTask();
        theProcess().hasCompletedElements("Event_CustomerWroteToAi", "Event_PersonAfterWriting");
        assertThat(reasonOfLastHandOver(id)).isEqualTo(HandOverReason.CUSTOMER_WROTE);
    }

    @Test
    void anAnswerThatDidNotHelpGoesToAPerson() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);

        asCustomer(id).judge(false);

        theOpenTask();
        theProcess().hasCompletedElements("Event_NotSolvedByAi");
        assertThat(reasonOfLastHandOver(id)).isEqualTo(HandOverReason.NOT_SOLVED);
    }

    @Test
    void anAnswerToAnOlderMessageIsNotSent() {
        var asked = new CompletableFuture<InquiryId>();
        whileTheAssistantThinks(() -> asCustomer(asked.join()).write("Sorry, I mean my other order."));
        asked.complete(aCustomerAsks());

        theOpenTask();

        assertThat(messagesBy(Author.AI, asked.join())).isEmpty();
        theProcess().hasCompletedElements("Event_AttemptOvertaken");
    }

    @Test
    void anAssistantThatIsNotThereIsAPathToAPerson() {
        doThrow(new AssistantUnavailable("no model yet")).when(assistant).attempt(any());
        var id = aCustomerAsks();

        theOpenTask();

        theProcess().hasCompletedElements("Event_AiUnavailable").hasNoActiveIncidents();
        assertThat(reasonOfLastHandOver(id)).isEqualTo(HandOverReason.AI_UNAVAILABLE);
    }

    @Test
    void inquiriesThatComeWhileTheModelIsLoadedWaitForIt() {
        // the workers go on asking, so that what they are told changes, and not the mock under their hands
        var loading = new AtomicBoolean(true);
        whileTheAssistantThinks(() -> {
            if (loading.get()) {
                throw new AssistantNotReady("loading");
            }
        });
        var waiting = IntStream.range(0, 50).mapToObj(each -> aCustomerAsks()).toList();
        verify(assistant, timeout(40_000).atLeast(waiting.size())).attempt(any());

        loading.set(false);

        waiting.forEach(id -> becomes(id, State.AI_ANSWERED));
        assertThat(waiting)
                .allSatisfy(id -> assertThat(inquiries.get(id).handOvers()).isEmpty());
    }

    @Test
    void anAssistantThatTakesTooLongLosesTheCaseToAPerson() {
        var thought = new CompletableFuture<Void>();
        whileTheAssistantThinks(thought::join);
        var id = aCustomerAsks();
        theProcess().hasActiveElements("Task_DraftAnswer");

        timePasses(Duration.ofSeconds(31));
        theProcess().hasCompletedElements("Event_AiTooSlow", "Event_PersonInsteadOfSlowAi");
        thought.complete(null);

        theOpenTask();
        assertThat(reasonOfLastHandOver(id)).isEqualTo(HandOverReason.AI_TOO_SLOW);
        assertThat(messagesBy(Author.AI, id)).isEmpty();
    }

    @Test
    void aCustomerMayWithdrawWhileTheAiHasTheCase() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);

        asCustomer(id).withdraw();

        theProcess().isCompleted().hasCompletedElements("Event_WithdrawalRecorded");
        var file = inquiries.get(id);
        assertThat(file.state()).isEqualTo(State.WITHDRAWN);
        assertThat(file.outcome()).isEqualTo(Outcome.WITHDRAWN);
    }

    private HandOverReason reasonOfLastHandOver(InquiryId id) {
        return inquiries.get(id).handOvers().getLast().reason();
    }
}
