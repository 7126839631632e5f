package org.tandem.quality.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.Draft;
import org.tandem.assistant.Question;
import org.tandem.assistant.TopicClass;
import org.tandem.assistant.TopicScore;
import org.tandem.assistant.Understanding;

class RereadingTest {

    private static final Route ANSWERED = new Route("AI_ANSWER", "routine-confident");

    private final CustomerTexts texts = mock(CustomerTexts.class);

    @Test
    void theModelSaysWhatItMakesOfWhatTheCustomerWrote() {
        wrote("one", "How do I freeze my card?", true);

        var again = reread(10, decision("one", "refund-status")).getFirst();

        assertThat(again.inputs())
                .containsEntry("topic", "card-freeze")
                .containsEntry("topicClass", "routine")
                .containsEntry("topicAutomated", true)
                .containsEntry("risk", 0.03)
                .containsEntry("guaranteedRisk", 0.05)
                .containsEntry("languageSupported", true)
                .containsEntry("repeatContacts", 2);
        assertThat(again.route()).isEqualTo(ANSWERED);
    }

    @Test
    void withoutADraftThenTheSameTopicHasNoneNow() {
        wrote("one", "How do I freeze my card?", false);

        assertThat(reread(10, decision("one", "card-freeze")).getFirst().inputs())
                .containsEntry("risk", 1.0)
                .containsEntry("guaranteedRisk", 1.0);
        assertThat(reread(10, decision("one", "refund-status")).getFirst().inputs())
                .containsEntry("risk", 0.03);
    }

    @Test
    void whatTheModelIsUnsureOfHasNoAnswer() {
        wrote("one", "Something else", true);

        assertThat(reread(10, decision("one", "card-freeze")).getFirst().inputs())
                .containsEntry("topic", null)
                .containsEntry("topicClass", "unknown")
                .containsEntry("risk", 1.0)
                .containsEntry("guaranteedRisk", 1.0);
    }

    @Test
    void whatCannotBeReadAgainStaysAndIsCounted() {
        wrote("one", "How do I freeze my card?", true);
        var erased = decision("two", "refund-status");
        var rereading = new Rereading(RereadingTest::attempt, texts, 10);

        assertThat(rereading.of(List.of(decision("one", "refund-status"), erased)))
                .contains(erased);
        assertThat(rereading.extent()).isEqualTo(new Rereading.Extent(1, 1));
    }

    private List<PastDecision> reread(int most, PastDecision... decisions) {
        return new Rereading(RereadingTest::attempt, texts, most).of(List.of(decisions));
    }

    private void wrote(String key, String text, boolean drafted) {
        when(texts.of(any())).thenReturn(Map.of(key, new CustomerTexts.Asked(List.of(text), "en", drafted)));
    }

    private static PastDecision decision(String key, String topic) {
        return new PastDecision(
                key, "TA-1", ANSWERED, Map.of("topic", topic, "risk", 0.4, "guaranteedRisk", 0.2, "repeatContacts", 2));
    }

    private static Attempt attempt(Question question) {
        if (!question.messages().getLast().contains("freeze")) {
            return new Attempt.Unsure(understanding(List.of()), "No topic fits.", null, "m2");
        }
        var topic = new TopicScore("card-freeze", "Freeze a card", TopicClass.ROUTINE, true, 0.97);
        return new Attempt.Drafted(
                understanding(List.of(topic)), new Draft("Open the app.", "card-freeze", List.of()), 0.03, 0.05, "m2");
    }

    private static Understanding understanding(List<TopicScore> topics) {
        return new Understanding("en", true, topics, topics, Set.of(), Map.of());
    }
}
