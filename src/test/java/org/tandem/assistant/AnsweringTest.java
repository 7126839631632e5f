package org.tandem.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandem.assistant.answering.Rewording;
import org.tandem.assistant.knowledge.ApprovedText;
import org.tandem.assistant.knowledge.Topic;

class AnsweringTest {

    private static final Topic DUE = new Topic(
            "due",
            "When to pay",
            TopicClass.ACCOUNT,
            true,
            "https://help.example/due",
            List.of(),
            List.of(),
            new ApprovedText("You pay {{order.amount}} on {{ order.dueDate }}."));

    private static final Topic PIN = new Topic(
            "pin",
            "PIN",
            TopicClass.ROUTINE,
            true,
            "https://help.example/pin",
            List.of(),
            List.of(),
            new ApprovedText("The PIN is in the app under Card."));

    @Test
    void slotsAreFilledWithFacts() {
        var attempt = answer(customer -> Map.of("order.amount", "5.00 EUR", "order.dueDate", "3 May"), "someone");

        assertThat(attempt).isInstanceOfSatisfying(Attempt.Drafted.class, drafted -> {
            assertThat(drafted.draft().text()).isEqualTo("You pay 5.00 EUR on 3 May.");
            assertThat(drafted.risk()).isEqualTo(0.01);
        });
    }

    @Test
    void aMissingFactMeansAPersonAndNeverABlank() {
        assertUnfinished(answer(customer -> Map.of("order.amount", "$1.00"), "someone"));
        assertUnfinished(answer(customer -> Map.of("order.amount", "$1.00", "order.dueDate", " "), "someone"));
    }

    @Test
    void withoutACustomerOrWithoutFactsNobodyGuesses() {
        assertThat(answer(customer -> Map.of("order.amount", "5", "order.dueDate", "3 May"), null))
                .isInstanceOf(Attempt.Unsure.class);
        assertThat(answer(
                        customer -> {
                            throw new IllegalStateException("down");
                        },
                        "someone"))
                .isInstanceOf(Attempt.Unsure.class);
    }

    @Test
    void aRewordedTextIsFilledTooAndWithoutOneTheApprovedTextIsUsed() {
        AccountFacts facts = customer -> Map.of("order.amount", "5.00 EUR", "order.dueDate", "3 May");
        Rewording worded =
                (question, approved) -> Optional.of(new ApprovedText("On {{order.dueDate}} it is {{order.amount}}."));

        assertThat(text(new Answering(facts, worded))).isEqualTo("On 3 May it is 5.00 EUR.");
        assertThat(text(new Answering(facts, Rewording.NONE))).isEqualTo("You pay 5.00 EUR on 3 May.");
    }

    @Test
    void twoRequestsGetBothApprovedAnswersInOneDraft() {
        AccountFacts facts = customer -> Map.of("order.amount", "5.00 EUR", "order.dueDate", "3 May");
        Rewording merging = (question, approved) ->
                Optional.of(new ApprovedText(approved.text().replace("\n\n", " ")));

        var plain = new Answering(facts).answer(reading(DUE, PIN), "someone");
        var merged = new Answering(facts, merging).answer(reading(DUE, PIN), "someone");

        assertThat(plain).isInstanceOfSatisfying(Attempt.Drafted.class, drafted -> {
            assertThat(drafted.draft().text())
                    .isEqualTo("You pay 5.00 EUR on 3 May.\n\nThe PIN is in the app under Card.");
            assertThat(drafted.draft().sources()).extracting(SourceLink::title).containsExactly("When to pay", "PIN");
        });
        assertThat(merged)
                .isInstanceOfSatisfying(
                        Attempt.Drafted.class,
                        drafted -> assertThat(drafted.draft().text())
                                .isEqualTo("You pay 5.00 EUR on 3 May. The PIN is in the app under Card."));
    }

    private static String text(Answering answering) {
        var attempt = answering.answer(reading(), "someone");
        return attempt instanceof Attempt.Drafted drafted ? drafted.draft().text() : attempt.toString();
    }

    private static void assertUnfinished(Attempt attempt) {
        assertThat(attempt).isInstanceOfSatisfying(Attempt.Unsure.class, unsure -> {
            assertThat(unsure.why()).contains("order.dueDate");
            assertThat(unsure.unfinished())
                    .extracting(Draft::text)
                    .isEqualTo("You pay $1.00 on [order.dueDate is not known].");
        });
    }

    private static Attempt answer(AccountFacts facts, @Nullable String customer) {
        return new Answering(facts).answer(reading(), customer);
    }

    private static Reading reading() {
        return reading(DUE);
    }

    private static Reading reading(Topic... topics) {
        var signals = topics.length > 1 ? Set.of(Understanding.SEVERAL_REQUESTS) : Set.<String>of();
        var understanding = new Understanding("en", true, List.of(), List.of(), signals, Map.of());
        return new Reading("when?", understanding, List.of(topics), 0.01, 0.02, "model");
    }
}
