package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.response.UserTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.assistant.Assistant;
import org.tandem.assistant.TopicTitle;
import org.tandem.desk.Completions;
import org.tandem.desk.FieldFlaw;
import org.tandem.process.FilledIn.Answered;
import org.tandem.process.FilledIn.Returned;

/** What a task can be completed with, by whoever does not use the form. */
class FilledInTest {

    private static final String COMPLETE =
            "{'reply': 'Hello', 'resolutionCode': 'OTHER', 'productFeedback': 'none', %s}";

    private final ObjectMapper json = new ObjectMapper();
    private final UserTasks userTasks = mock();
    private final Completions completions = mock();
    private final Assistant assistant = mock();
    private final FilledIn filledIn = new FilledIn(userTasks, completions, assistant, json);

    /** Even where no form says what has to be there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                            | \"reply\" is missing.",
                "{'reply': null}                               | \"reply\" is missing.",
                "{'reply': 7}                                  | \"reply\" must be a text.",
                "{'reply': true}                               | \"reply\" must be a text.",
                "{'reply': ['Hello']}                          | \"reply\" must be a text.",
                "{'reply': {'text': {'deeper': []}}}           | \"reply\" must be a text.",
                "{'reply': '', 'resolutionCode': 'OTHER', 'draftVerdict': 'USED', 'productFeedback': ''} | An answer"
                        + " has 1 to 100000 characters, not 0.",
                "{'reply': ' \\n"
                        + "\\t ', 'resolutionCode': 'OTHER', 'draftVerdict': 'USED', 'productFeedback': ''} | An answer"
                        + " has 1 to 100000 characters, not 0.",
                "{'reply': 'Hello'}                            | \"resolutionCode\" is missing.",
                "{'reply': 'Hello', 'resolutionCode': ''}      | \"draftVerdict\" is missing.",
                "{'reply': 'Hello', 'resolutionCode': ' ', 'draftVerdict': 'USED', 'productFeedback': ''}"
                        + " | What was done has 1 to 200 characters, not 0.",
                "{'reply': 'Hello', 'resolutionCode': 'OTHER', 'draftVerdict': 3, 'productFeedback': 'none'}"
                        + " | \"draftVerdict\" must be a text.",
                "{'reply': 'Hello', 'resolutionCode': 'OTHER', 'draftVerdict': 'USED'} | \"productFeedback\" is"
                        + " missing.",
            })
    void whatIsNoAnswerGoesBackWithTheReason(String completion, String why) throws JsonProcessingException {
        assertThat(read(completion))
                .isInstanceOfSatisfying(
                        Returned.class, returned -> assertThat(returned.why()).isEqualTo(why));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'reply': 'Hello', 'resolutionCode': 'OTHER', 'draftVerdict': 'USED', 'productFeedback': ''}",
                "{'reply': ' Zürich ✓ ', 'resolutionCode': 'MADE_UP', 'draftVerdict': 'NO_DRAFT', 'productFeedback':"
                        + " 'a\\u0000b'}",
            })
    void whatIsAnAnswerIsSent(String completion) throws JsonProcessingException {
        assertThat(read(completion)).isInstanceOf(Answered.class);
    }

    @Test
    void whatTheFormDoesNotTakeGoesBackWithWhatWasWritten() throws JsonProcessingException {
        var task = mock(UserTask.class);
        when(userTasks.completed(any())).thenReturn(Optional.of(task));
        when(completions.flaws(anyLong(), any()))
                .thenReturn(List.of(new FieldFlaw("a", "\"A\" is missing."), new FieldFlaw("b", "\"B\" is missing.")));

        assertThat(read("{'reply': 'Hello'}")).isEqualTo(new Returned("\"A\" is missing. \"B\" is missing.", "Hello"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            quoteCharacter = '`',
            value = {
                "'draftVerdict': 'USED', 'topic': 'card-lost'                            | card-lost | null",
                "'draftVerdict': 'USED', 'topic': 'none'                                 | ``        | null",
                "'draftVerdict': 'USED', 'topic': ''                                     | null      | null",
                "'draftVerdict': 'USED'                                                  | null      | null",
                "'draftVerdict': 'WRONG', 'draftFlaw': 'NOT_TRUE', 'topic': 'card-lost'  | card-lost | NOT_TRUE",
                "'draftVerdict': 'EDITED', 'draftFlaw': 'NOT_TRUE', 'topic': 'card-lost' | card-lost | null",
            })
    void theTopicAndWhatWasWrongWithTheDraftAreTaken(String said, @Nullable String topic, @Nullable String flaw)
            throws JsonProcessingException {
        knows("card-lost");

        assertThat(read(COMPLETE.formatted(said))).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.answer().topic()).isEqualTo(topic);
            assertThat(answered.answer().draftFlaw()).isEqualTo(flaw);
        });
    }

    @Test
    void aTopicThatTheKnowledgeDoesNotHaveGoesBackWithTheReasonAndTheReply() throws JsonProcessingException {
        knows("card-lost");

        assertThat(read(COMPLETE.formatted("'draftVerdict': 'USED', 'topic': 'cards'")))
                .isEqualTo(new Returned(
                        "There is no topic \"cards\": choose one of the list, or \"None of these\".", "Hello"));
        assertThat(read(COMPLETE.formatted("'draftVerdict': 'USED', 'topic': ['card-lost']")))
                .isEqualTo(new Returned("\"topic\" must be a text.", "Hello"));
    }

    private void knows(String topic) {
        when(assistant.topics()).thenReturn(List.of(new TopicTitle(topic, "A title")));
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private FilledIn.Result read(String completion) throws JsonProcessingException {
        Map<String, Object> values = json.readValue(completion.replace('\'', '"'), Map.class);
        return filledIn.read(
                mock(ActivatedJob.class),
                new FilledIn.Completion(
                        values.get("reply"),
                        values.get("resolutionCode"),
                        values.get("draftVerdict"),
                        values.get("draftFlaw"),
                        values.get("topic"),
                        values.get("productFeedback")));
    }
}
