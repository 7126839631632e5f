package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.response.UserTask;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import org.tandem.inquiry.Reminder;
import org.tandem.process.FilledIn.Answered;
import org.tandem.process.FilledIn.Returned;

/** What a task can be completed with, by whoever does not use the form. */
class FilledInTest {

    private static final String COMPLETE =
            "{'reply': 'Hello', 'resolutionCode': 'OTHER', 'productFeedback': 'none', %s}";

    private ZoneId zone = ZoneOffset.UTC;
    private final ObjectMapper json = new ObjectMapper();
    private final UserTasks userTasks = mock();
    private final Completions completions = mock();
    private final Assistant assistant = mock();
    private final FilledIn filledIn = new FilledIn(
            userTasks,
            completions,
            assistant,
            json,
            Clock.fixed(Instant.parse("2026-03-04T22:00:00Z"), ZoneOffset.UTC));

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

        assertThat(read("{'reply': 'Hello'}"))
                .isEqualTo(new Returned("\"A\" is missing. \"B\" is missing.", "Hello", null));
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
                        "There is no topic \"cards\": choose one of the list, or \"None of these\".", "Hello", null));
        assertThat(read(COMPLETE.formatted("'draftVerdict': 'USED', 'topic': ['card-lost']")))
                .isEqualTo(new Returned("\"topic\" must be a text.", "Hello", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'productArea': 'none', 'productFeedback': 'Forget it'        | none | ``",
                "'productArea': 'none', 'productFeedback': null               | none | ``",
                "'productArea': 'app', 'productFeedback': 'A bigger button'   | app  | A bigger button",
                "'productFeedback': 'From an older form'                      |      | From an older form",
            })
    void feedbackOnTheProductIsTakenOnlyWhereThereIsSome(String said, @Nullable String area, String text)
            throws JsonProcessingException {
        assertThat(read("{'reply': 'Hello', 'resolutionCode': 'OTHER', 'draftVerdict': 'USED', %s}".formatted(said)))
                .isInstanceOfSatisfying(Answered.class, answered -> {
                    assertThat(answered.answer().productArea()).isEqualTo(area);
                    assertThat(answered.answer().productFeedback()).isEqualTo(text);
                });
    }

    @Test
    void anAreaOfTheProductWithoutAWordAboutItGoesBack() throws JsonProcessingException {
        assertThat(read("{'reply': 'Hello', 'resolutionCode': 'OTHER', 'draftVerdict': 'USED', 'productArea': 'app',"
                        + " 'productFeedback': ' '}"))
                .isEqualTo(new Returned("What should be improved in the product is missing.", "Hello", null));
    }

    @Test
    void whoeverFollowsUpSaysOnWhichDayAndWhatFor() throws JsonProcessingException {
        assertThat(reminder("'followUp': true, 'followUpOn': '2026-03-05', 'followUpNote': 'Is the card there?'"))
                .isEqualTo(new Reminder(LocalDate.of(2026, 3, 5), "Is the card there?"));
        assertThat(reminder("'followUp': false, 'followUpOn': '2026-03-05', 'followUpNote': 'Not meant'"))
                .isNull();
        assertThat(reminder("'followUp': null")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'followUpNote': 'Why'                               | \"followUpOn\" is missing.",
                "'followUpOn': '2026-03-05'                          | \"followUpNote\" is missing.",
                "'followUpOn': '2026-03-05', 'followUpNote': ' '     | What is to be followed up has 1 to 1000"
                        + " characters, not 0.",
                "'followUpOn': '2026-03-04', 'followUpNote': 'Why'   | The day to follow up must be one of the next 90"
                        + " days, not 2026-03-04.",
                "'followUpOn': '2026-06-03', 'followUpNote': 'Why'   | The day to follow up must be one of the next 90"
                        + " days, not 2026-06-03.",
                "'followUpOn': 'Friday', 'followUpNote': 'Why'       | \"Friday\" is no day to follow up: one is"
                        + " written like 2026-03-31.",
                "'followUpOn': ['2026-03-05'], 'followUpNote': 'Why' | \"followUpOn\" must be a text.",
            })
    void aFollowUpThatCannotBeGoesBackWithTheReasonAndTheReply(String said, String why) throws JsonProcessingException {
        assertThat(read(COMPLETE.formatted("'draftVerdict': 'USED', 'followUp': true, " + said)))
                .isEqualTo(new Returned(why, "Hello", null));
    }

    @Test
    void theDayToFollowUpIsOneOfTheCustomers() throws JsonProcessingException {
        zone = ZoneId.of("Europe/Helsinki");

        assertThat(read(COMPLETE.formatted("'draftVerdict': 'USED', 'followUp': true, 'followUpOn': '2026-03-05',"
                        + " 'followUpNote': 'Why'")))
                .isEqualTo(new Returned(
                        "The day to follow up must be one of the next 90 days, not 2026-03-05.", "Hello", null));
        assertThat(reminder("'followUp': true, 'followUpOn': '2026-06-03', 'followUpNote': 'Why'"))
                .satisfies(reminder -> assertThat(reminder.at(zone)).isEqualTo("2026-06-03T03:00:00Z"));
    }

    private @Nullable Reminder reminder(String said) throws JsonProcessingException {
        return read(COMPLETE.formatted("'draftVerdict': 'USED', " + said)) instanceof Answered answered
                ? answered.answer().reminder()
                : fail("It went back");
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
                        values.get("productArea"),
                        values.get("productFeedback"),
                        values.get("followUp"),
                        values.get("followUpOn"),
                        values.get("followUpNote"),
                        values.get("callResult"),
                        values.get("customerComplains"),
                        values.get("complaintReply")),
                zone);
    }
}
