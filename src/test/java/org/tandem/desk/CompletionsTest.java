package org.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks completed past the desk, judged by the form as it is delivered. */
class CompletionsTest {

    private static final long KEY = 7;

    private final ObjectMapper json = new ObjectMapper();
    private final Tasks tasks = mock();
    private final TaskCases cases = mock();
    private final Completions completions = new Completions(tasks, cases, json, Clock.systemUTC());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null             | 'OTHER' | 'USED'     | 'none' | Reply to the customer",
                "''               | 'OTHER' | 'USED'     | 'none' | Reply to the customer",
                "'  '             | 'OTHER' | 'USED'     | 'none' | Reply to the customer",
                "7                | 'OTHER' | 'USED'     | 'none' | Reply to the customer",
                "['Hello']        | 'OTHER' | 'USED'     | 'none' | Reply to the customer",
                "{'a': {'b': []}} | 'OTHER' | 'USED'     | 'none' | Reply to the customer",
                "'Hello'          | null    | 'USED'     | 'none' | What did you do?",
                "'Hello'          | 'other' | 'USED'     | 'none' | What did you do?",
                "'Hello'          | ['OTHER'] | 'USED'   | 'none' | What did you do?",
                "'Hello'          | 'OTHER' | 'MAYBE'    | 'none' | What became of the AI draft?",
                "'Hello'          | 'OTHER' | true       | 'none' | What became of the AI draft?",
                "'Hello'          | 'OTHER' | 'USED'     | null   | What should we improve in the product?",
                "'Hello'          | 'OTHER' | 'NO_DRAFT' | 'sofa', 'productFeedback': 'x' | What should we improve in"
                        + " the product?",
            })
    void whatTheFormWouldNotTakeIsWrong(
            String reply, String resolutionCode, String draftVerdict, String productArea, String label)
            throws IOException {
        assertThat(flaws(reply, resolutionCode, draftVerdict, productArea))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.sentence()).contains("\"" + label + "\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Hello'          | 'OTHER'             | 'USED'     | 'none'",
                "'Zürich ✓ 5 €'   | 'INFORMATION_GIVEN' | 'NO_DRAFT' | 'app', 'productFeedback': 'A better search'",
            })
    void whatTheFormTakesIsRight(String reply, String resolutionCode, String draftVerdict, String productArea)
            throws IOException {
        assertThat(flaws(reply, resolutionCode, draftVerdict, productArea)).isEmpty();
    }

    @Test
    void aTopicIsOneOfThoseThatTheTaskOffers() throws IOException {
        assertThat(flawsOf("'draftVerdict': 'USED', 'topic': 'none'")).isEmpty();
        assertThat(flawsOf("'draftVerdict': 'USED', 'topic': 'card-lost'")).isEmpty();
        assertThat(flawsOf("'draftVerdict': 'USED', 'topic': 'cards'"))
                .containsExactly(
                        new FieldFlaw("topic", "\"What was it about?\" has something that is not on its list."));
    }

    @Test
    void whatTheFormHasNoFieldForIsNotTheAgentsFault() throws IOException {
        assertThat(flawsOf("'draftVerdict': 'USED', 'callResult': null, 'outcome': 'X'"))
                .isEmpty();
    }

    @Test
    void onlyBrowsersInsistOnATopic() throws IOException {
        assertThat(flawsOf("'draftVerdict': 'USED', 'topic': null")).isEmpty();
    }

    @Test
    void whyADraftWasWrongHasToBeSaidAndIsNotAskedOtherwise() throws IOException {
        assertThat(flawsOf("'draftVerdict': 'WRONG', 'topic': 'none'"))
                .containsExactly(new FieldFlaw("draftFlaw", "\"Why was the draft wrong?\" is missing."));
        assertThat(flawsOf("'draftVerdict': 'WRONG', 'topic': 'none', 'draftFlaw': 'NOT_TRUE'"))
                .isEmpty();
    }

    @Test
    void feedbackAndAFollowUpAreAskedForOnlyWhereThereIsOne() throws IOException {
        assertThat(judged("'reply': 'Hello', 'resolutionCode': 'OTHER', 'draftVerdict': 'USED', 'topic': 'none',"
                        + " 'productArea': 'app', 'followUp': true"))
                .extracting(FieldFlaw::sentence)
                .containsExactlyInAnyOrder(
                        "\"What is it, and what would be better?\" is missing.",
                        "\"On which day do you see to it again?\" is missing.",
                        "\"What for?\" is missing.");
        assertThat(flawsOf("'draftVerdict': 'USED', 'topic': 'none', 'followUp': false"))
                .isEmpty();
    }

    @Test
    void aTaskThatIsNotThereAndOneWithoutAFormSayNothing() {
        assertThat(completions.flaws(KEY, json.createObjectNode())).isEmpty();
        when(cases.zone(any())).thenReturn(ZoneOffset.UTC);
        when(tasks.get(KEY)).thenReturn(Optional.of(mock(Task.class)));
        when(tasks.form(any())).thenReturn(Optional.empty());
        assertThat(completions.flaws(KEY, json.createObjectNode())).isEmpty();
    }

    private List<FieldFlaw> flaws(String reply, String resolutionCode, String draftVerdict, String productArea)
            throws IOException {
        return judged("'reply': %s, 'resolutionCode': %s, 'draftVerdict': %s, 'productArea': %s, 'topic': 'none'"
                .formatted(reply, resolutionCode, draftVerdict, productArea));
    }

    private List<FieldFlaw> flawsOf(String said) throws IOException {
        return judged("'reply': 'Hello', 'resolutionCode': 'OTHER', 'productArea': 'none', " + said);
    }

    private List<FieldFlaw> judged(String filledIn) throws IOException {
        when(cases.zone(any())).thenReturn(ZoneOffset.UTC);
        when(tasks.get(KEY)).thenReturn(Optional.of(mock(Task.class)));
        when(tasks.form(any())).thenReturn(Optional.of(Files.readString(Path.of("processes", "answer-customer.form"))));
        when(tasks.variables(KEY)).thenReturn(Map.of("brief", "{\"draft\": \"\"}", "topics", """
            [{"label": "None of these", "value": "none"}, {"label": "Lost", "value": "card-lost"}]
            """, "cut", "{\"half"));
        return completions.flaws(KEY, json.readTree("{%s}".formatted(filledIn.replace('\'', '"'))));
    }
}
