package org.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final Completions completions = new Completions(tasks, json);

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
                "'Hello'          | 'OTHER' | 'NO_DRAFT' | 3      | What should we improve in the product?",
            })
    void whatTheFormWouldNotTakeIsWrong(
            String reply, String resolutionCode, String draftVerdict, String productFeedback, String label)
            throws IOException {
        assertThat(flaws(reply, resolutionCode, draftVerdict, productFeedback))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.sentence()).contains("\"" + label + "\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Hello'          | 'OTHER'             | 'USED'     | 'none'",
                "'Zürich ✓ 5 €'   | 'INFORMATION_GIVEN' | 'NO_DRAFT' | 'A better search'",
            })
    void whatTheFormTakesIsRight(String reply, String resolutionCode, String draftVerdict, String productFeedback)
            throws IOException {
        assertThat(flaws(reply, resolutionCode, draftVerdict, productFeedback)).isEmpty();
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
    void aTaskThatIsNotThereAndOneWithoutAFormSayNothing() {
        assertThat(completions.flaws(KEY, json.createObjectNode())).isEmpty();
        when(tasks.get(KEY)).thenReturn(Optional.of(mock(Task.class)));
        when(tasks.form(any())).thenReturn(Optional.empty());
        assertThat(completions.flaws(KEY, json.createObjectNode())).isEmpty();
    }

    private List<FieldFlaw> flaws(String reply, String resolutionCode, String draftVerdict, String productFeedback)
            throws IOException {
        return judged("'reply': %s, 'resolutionCode': %s, 'draftVerdict': %s, 'productFeedback': %s, 'topic': 'none'"
                .formatted(reply, resolutionCode, draftVerdict, productFeedback));
    }

    private List<FieldFlaw> flawsOf(String said) throws IOException {
        return judged("'reply': 'Hello', 'resolutionCode': 'OTHER', 'productFeedback': 'none', " + said);
    }

    private List<FieldFlaw> judged(String filledIn) throws IOException {
        when(tasks.get(KEY)).thenReturn(Optional.of(mock(Task.class)));
        when(tasks.form(any())).thenReturn(Optional.of(Files.readString(Path.of("processes", "answer-customer.form"))));
        when(tasks.variables(KEY)).thenReturn(Map.of("brief", "{\"draft\": \"\"}", "topics", """
                                [{"label": "None of these", "value": "none"}, {"label": "Lost", "value": "card-lost"}]
                                """, "cut", "{\"half"));
        return completions.flaws(KEY, json.readTree("{%s}".formatted(filledIn.replace('\'', '"'))));
    }
}
