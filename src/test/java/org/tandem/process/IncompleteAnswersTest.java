package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doReturn;

import io.camunda.client.api.search.response.UserTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.assistant.TopicTitle;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;

/** Tasks that are completed past the form: the customer hears nothing of it, and people get it back and read why. */
class IncompleteAnswersTest extends Journey {

    @Autowired
    OpenTasks openTasks;

    @Autowired
    JdbcClient database;

    @Test
    void anAnswerThatLacksItsFieldsComesBackWithTheReasonAndWhatWasWritten() {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        var first = theOpenTask();

        completes(first, Map.of("reply", "It is on its way."));

        var second = theTaskAfter(id, first);
        assertThat(messagesBy(Author.PERSON, id)).isEmpty();
        assertThat(inquiries.get(id).state()).isEqualTo(State.WITH_PERSON);
        thePersonsProcess()
                .hasNoActiveIncidents()
                .hasVariableSatisfies(
                        "brief",
                        Map.class,
                        brief -> assertThat(brief.get("why"))
                                .asString()
                                .startsWith(
                                        "This came back: the answer was not sent. \"What did you do?\" is missing."));
        var reply = engine.newUserTaskVariableSearchRequest(second.getUserTaskKey())
                .filter(filter -> filter.name("reply"))
                .send()
                .join()
                .items();
        assertThat(reply).anySatisfy(text -> assertThat(text.getValue()).isEqualTo("\"It is on its way.\""));

        completes(second, Map.of("reply", Map.of("nested", 1), "resolutionCode", "MADE_UP", "draftVerdict", 7));
        var third = theTaskAfter(id, second);
        assertThat(messagesBy(Author.PERSON, id)).isEmpty();

        completes(third);
        becomes(id, State.ANSWERED_BY_PERSON);
        assertThat(messagesBy(Author.PERSON, id)).hasSize(1);
        assertThat(inquiries.get(id).handOvers()).hasSize(1);
    }

    @Test
    void thePersonSaysWhatItWasAboutAndATopicThatTheKnowledgeDoesNotHaveComesBack() {
        doReturn(List.of(new TopicTitle("card-lost", "I lost my card")))
                .when(assistant)
                .topics();
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        var first = theOpenTask();

        completes(first, with("topic", "cards"));

        var second = theTaskAfter(id, first);
        thePersonsProcess()
                .hasVariableSatisfies(
                        "brief",
                        Map.class,
                        brief -> assertThat(brief.get("why"))
                                .asString()
                                .contains("\"What was it about?\" has something that is not on its list."));
        completes(second, with("topic", "none"));
        becomes(id, State.ANSWERED_BY_PERSON);

        assertThat(database.sql("select topic from inquiry_answer where inquiry_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    private static Map<String, Object> with(String field, Object value) {
        var completion = new HashMap<>(COMPLETE);
        completion.put(field, value);
        return completion;
    }

    private UserTask theTaskAfter(InquiryId id, UserTask before) {
        return await().until(
                        () -> openTasks.of(id),
                        found -> found.filter(task -> !task.getUserTaskKey().equals(before.getUserTaskKey()))
                                .isPresent())
                .orElseThrow();
    }
}
