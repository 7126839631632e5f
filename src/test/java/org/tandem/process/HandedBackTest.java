package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import io.camunda.client.api.search.response.UserTask;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.assistant.AssistantUnavailable;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.State;

/** A person who has the case chooses that the AI answers it. */
class HandedBackTest extends Journey {

    private static final Map<String, Object> HAND_BACK = Map.of("handBack", true, "handBackReason", "AI_WORKS_AGAIN");

    @Autowired
    JdbcClient database;

    @Test
    void aCaseThatAnAgentHandsBackIsAnsweredByTheAi() {
        theAssistantIsAway();
        var id = aCustomerAsks();
        var task = theOpenTask();
        theAssistantIsSure();

        anAgentHandsBack(task);

        becomes(id, State.AI_ANSWERED);
        thePersonsProcess().isCompleted().hasCompletedElements("Event_HandedBackToAi");
        assertThat(messagesBy(Author.AI, id)).extracting(Message::text).containsExactly(ANSWER);
        assertThat(messagesBy(Author.SYSTEM, id)).anyMatch(said -> said.text().contains("our AI assistant tries"));
        assertThat(inquiries.get(id).handOvers())
                .singleElement()
                .satisfies(handOver -> assertThat(handOver.handedBack()).isEqualTo("AI_WORKS_AGAIN"))
                .satisfies(handOver -> assertThat(handOver.agent()).isEqualTo("anna"));
        assertThat(database.sql("select agent from pay_work where inquiry_id = ? and kind = 'HAND_BACK'")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("anna");
    }

    @Test
    void whatTheGateRefusesComesBackToTheSameAgentAndIsNotHandedBackTwice() {
        theAssistantIsUnsure();
        var id = aCustomerAsks();

        var task = theOpenTask();

        anAgentHandsBack(task);

        var again = theNextTaskAfter(task);
        assertThat(again.getAssignee()).isEqualTo("anna");
        assertThat(brief(again, "tried")).contains("Handed back to the AI once");
        var first = inquiries.get(id).handOvers().getFirst();
        var second = inquiries.get(id).handOvers().getLast();
        assertThat(second.reason()).isEqualTo(HandOverReason.GATE);
        assertThat(second.queue()).isEqualTo(first.queue());
        assertThat(second.firstResponseDue()).isEqualTo(first.firstResponseDue());
        anAgentHandsBack(again);
        assertThat(brief(theNextTaskAfter(again), "why")).contains("handed back to the AI before");
        assertThat(messagesBy(Author.AI, id)).isEmpty();
    }

    @Test
    void aCustomerWhoAskedForAPersonIsNotHandedBack() {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        var task = theOpenTask();
        asCustomer(id).requestPerson();

        anAgentHandsBack(task);

        assertThat(brief(theNextTaskAfter(task), "why")).contains("The customer asked for a person.");
        assertThat(inquiries.get(id).state()).isEqualTo(State.WITH_PERSON);
    }

    @Test
    void whoeverAsksForAPersonAfterThatGetsOne() {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        var task = theOpenTask();
        whileTheAssistantThinks(() -> asCustomer(id).requestPerson());

        anAgentHandsBack(task);

        becomes(id, State.WITH_PERSON);
        assertThat(theNextTaskAfter(task).getAssignee()).isEqualTo("anna");
        assertThat(messagesBy(Author.AI, id)).isEmpty();
        assertThat(inquiries.get(id).handOvers().getLast().reason()).isEqualTo(HandOverReason.CUSTOMER_ASKED);
    }

    private void theAssistantIsAway() {
        doThrow(new AssistantUnavailable("away")).when(assistant).attempt(any());
    }

    private void anAgentHandsBack(UserTask task) {
        engine.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee("anna")
                .send()
                .join();
        completes(task, HAND_BACK);
    }

    private UserTask theNextTaskAfter(UserTask task) {
        return soon().until(
                        () -> openTasks("Task_AnswerCustomer"),
                        tasks -> tasks.size() == 1
                                && !tasks.getFirst().getUserTaskKey().equals(task.getUserTaskKey()))
                .getFirst();
    }

    private String brief(UserTask task, String part) {
        var brief = engine.newUserTaskVariableSearchRequest(task.getUserTaskKey())
                .filter(filter -> filter.name("brief"))
                .send()
                .join()
                .items()
                .getFirst()
                .getValue();
        return brief.substring(brief.indexOf('"' + part + '"'));
    }
}
