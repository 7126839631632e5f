package org.tandem.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.inquiry.Cases.LATE_PARCEL;
import static org.tandem.inquiry.Cases.NOW;
import static org.tandem.inquiry.Cases.answer;
import static org.tandem.inquiry.Cases.attempt;
import static org.tandem.inquiry.Cases.decision;
import static org.tandem.inquiry.Cases.handOver;
import static org.tandem.inquiry.Cases.in;
import static org.tandem.inquiry.Cases.key;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.inquiry.Cases.Stage;

class InquiryTest {

    /** Columns: stage, what the customer does, state afterwards (or refused), by how much the episode moves, events in order. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        RECEIVED           | writes       | RECEIVED           | 0 |
        AI_ANSWERED        | writes       | WITH_PERSON        | 1 | CustomerWrote
        WITH_PERSON        | writes       | WITH_PERSON        | 0 | CustomerWrote
        ANSWERED_BY_PERSON | writes       | WITH_PERSON        | 1 | CustomerWrote
        RESOLVED           | writes       | WITH_PERSON        | 1 | CustomerWrote
        CLOSED             | writes       | WITH_PERSON        | 1 | Reopened
        WITHDRAWN          | writes       | refused            | 0 |
        RECEIVED           | asks person  | WITH_PERSON        | 1 | PersonRequested
        AI_ANSWERED        | asks person  | WITH_PERSON        | 1 | PersonRequested
        WITH_PERSON        | asks person  | WITH_PERSON        | 0 |
        ANSWERED_BY_PERSON | asks person  | WITH_PERSON        | 1 | PersonRequested
        RESOLVED           | asks person  | WITH_PERSON        | 1 | PersonRequested
        CLOSED             | asks person  | WITH_PERSON        | 1 | Reopened
        WITHDRAWN          | asks person  | refused            | 0 |
        RECEIVED           | says solved  | refused            | 0 |
        AI_ANSWERED        | says solved  | RESOLVED           | 1 | VerdictGiven Resolved
        WITH_PERSON        | says solved  | refused            | 0 |
        ANSWERED_BY_PERSON | says solved  | RESOLVED           | 1 | VerdictGiven Resolved
        RESOLVED           | says solved  | RESOLVED           | 0 |
        CLOSED             | says solved  | RESOLVED           | 0 |
        WITHDRAWN          | says solved  | refused            | 0 |
        RECEIVED           | says not     | refused            | 0 |
        AI_ANSWERED        | says not     | WITH_PERSON        | 1 | VerdictGiven
        WITH_PERSON        | says not     | refused            | 0 |
        ANSWERED_BY_PERSON | says not     | WITH_PERSON        | 1 | VerdictGiven
        RESOLVED           | says not     | refused            | 0 |
        CLOSED             | says not     | refused            | 0 |
        WITHDRAWN          | says not     | refused            | 0 |
        RECEIVED           | rates        | refused            | 0 |
        AI_ANSWERED        | rates        | AI_ANSWERED        | 0 | Rated
        WITH_PERSON        | rates        | refused            | 0 |
        ANSWERED_BY_PERSON | rates        | ANSWERED_BY_PERSON | 0 | Rated
        RESOLVED           | rates        | RESOLVED           | 0 | Rated
        CLOSED             | rates        | RESOLVED           | 0 | Rated
        WITHDRAWN          | rates        | refused            | 0 |
        RECEIVED           | withdraws    | WITHDRAWN          | 0 | Withdrawn
        AI_ANSWERED        | withdraws    | WITHDRAWN          | 0 | Withdrawn
        WITH_PERSON        | withdraws    | WITHDRAWN          | 0 | Withdrawn
        ANSWERED_BY_PERSON | withdraws    | WITHDRAWN          | 0 | Withdrawn
        RESOLVED           | withdraws    | WITHDRAWN          | 0 | Withdrawn
        CLOSED             | withdraws    | refused            | 0 |
        WITHDRAWN          | withdraws    | WITHDRAWN          | 0 |
        """)
    void everyActionOfTheCustomerInEveryState(
            Stage stage, String action, String expected, int episodes, String events) {
        var inquiry = in(stage);
        var before = inquiry.snapshot();
        Runnable act = () -> customer(inquiry, action);

        if (expected.equals("refused")) {
            assertThatThrownBy(act::run)
                    .isInstanceOf(ActionRefused.class)
                    .hasMessageContaining(inquiry.id().toString())
                    .hasMessageContaining(before.state().name());
            assertThat(inquiry.snapshot()).isEqualTo(before);
        } else {
            act.run();
            assertThat(inquiry.snapshot().state()).isEqualTo(State.valueOf(expected));
        }
        assertThat(episode(inquiry)).isEqualTo(episode(before) + episodes);
        assertThat(inquiry.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactlyElementsOf(events == null ? List.of() : Arrays.asList(events.split(" ")));
    }

    /** Columns: stage, what the process does, state afterwards, by how much the episode moves, its answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        RECEIVED           | AI answers     | AI_ANSWERED        | 0 | Sent
        AI_ANSWERED        | AI answers     | AI_ANSWERED        | 0 | Sent
        WITH_PERSON        | AI answers     | WITH_PERSON        | 0 | Refused
        ANSWERED_BY_PERSON | AI answers     | ANSWERED_BY_PERSON | 0 | Refused
        RESOLVED           | AI answers     | RESOLVED           | 0 | Refused
        CLOSED             | AI answers     | RESOLVED           | 0 | Refused
        WITHDRAWN          | AI answers     | WITHDRAWN          | 0 | Refused
        RECEIVED           | person takes   | WITH_PERSON        | 1 | key
        AI_ANSWERED        | person takes   | WITH_PERSON        | 1 | key
        WITH_PERSON        | person takes   | WITH_PERSON        | 0 | key
        ANSWERED_BY_PERSON | person takes   | WITH_PERSON        | 1 | key
        RESOLVED           | person takes   | WITH_PERSON        | 1 | key
        CLOSED             | person takes   | RESOLVED           | 0 | key
        WITHDRAWN          | person takes   | WITHDRAWN          | 0 | key
        RECEIVED           | person answers | RECEIVED           | 0 | Refused
        AI_ANSWERED        | person answers | AI_ANSWERED        | 0 | Refused
        WITH_PERSON        | person answers | ANSWERED_BY_PERSON | 0 | Sent
        ANSWERED_BY_PERSON | person answers | ANSWERED_BY_PERSON | 0 | Sent
        RESOLVED           | person answers | RESOLVED           | 0 | Refused
        CLOSED             | person answers | RESOLVED           | 0 | Refused
        WITHDRAWN          | person answers | WITHDRAWN          | 0 | Refused
        RECEIVED           | resolves       | RECEIVED           | 0 | CameBack
        AI_ANSWERED        | resolves       | RESOLVED           | 1 | Resting
        WITH_PERSON        | resolves       | WITH_PERSON        | 0 | CameBack
        ANSWERED_BY_PERSON | resolves       | RESOLVED           | 1 | Resting
        RESOLVED           | resolves       | RESOLVED           | 0 | Resting
        CLOSED             | resolves       | RESOLVED           | 0 | Resting
        WITHDRAWN          | resolves       | WITHDRAWN          | 0 | Resting
        RECEIVED           | closes         | RECEIVED           | 0 | CameBack
        AI_ANSWERED        | closes         | AI_ANSWERED        | 0 | CameBack
        WITH_PERSON        | closes         | WITH_PERSON        | 0 | CameBack
        ANSWERED_BY_PERSON | closes         | ANSWERED_BY_PERSON | 0 | CameBack
        RESOLVED           | closes         | RESOLVED           | 0 | Resting
        CLOSED             | closes         | RESOLVED           | 0 | Resting
        WITHDRAWN          | closes         | WITHDRAWN          | 0 | Resting
        """)
    void everyStepOfTheProcessInEveryStateAndAgain(
            Stage stage, String step, State expected, int episodes, String result) {
        var inquiry = in(stage);
        var before = episode(inquiry);
        var stepKey = step.equals("AI answers") ? firstKey(inquiry) : key(inquiry);

        var first = process(inquiry, step, stepKey);
        var once = inquiry.snapshot();
        var eventsOnce = inquiry.events().size();
        var again = process(inquiry, step, stepKey);

        assertThat(once.state()).isEqualTo(expected);
        assertThat(episode(once)).isEqualTo(before + episodes);
        assertThat(result.equals("key") ? "key" : first.getClass().getSimpleName())
                .isEqualTo(result);
        assertThat(again).as("the answer to the repetition").isEqualTo(first);
        assertThat(inquiry.snapshot()).as("the case after the repetition").isEqualTo(once);
        assertThat(inquiry.events()).hasSize(eventsOnce);
    }

    @Test
    void eventsOfTheCustomerCarryTheKeyFromBeforeTheAction() {
        var inquiry = in(Stage.AI_ANSWERED);
        var before = key(inquiry);

        inquiry.requestPerson(NOW);

        assertThat(inquiry.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        InquiryEvent.PersonRequested.class,
                        event -> assertThat(event.conversationKey())
                                .isEqualTo(before)
                                .isNotEqualTo(key(inquiry)));
    }

    @Test
    void aReopenedInquiryStartsWithItsNewKeyBecauseNoPhaseIsWaiting() {
        var inquiry = in(Stage.CLOSED);

        inquiry.write("It broke again", null, NOW);

        assertThat(inquiry.snapshot().closed()).isFalse();
        assertThat(inquiry.snapshot().outcome()).isNull();
        assertThat(inquiry.events()).singleElement().isInstanceOfSatisfying(InquiryEvent.Reopened.class, event -> {
            assertThat(event.conversationKey()).isEqualTo(key(inquiry));
            assertThat(event.reason()).isEqualTo(HandOverReason.REOPENED);
        });
    }

    @Test
    void theAiDoesNotAnswerWhatItHasNotRead() {
        var inquiry = in(Stage.RECEIVED);
        inquiry.keepAttempt(attempt(key(inquiry), 1, "Parcels take three days."));
        inquiry.write("And I was charged twice!", null, NOW);

        var sending = inquiry.answerByAi(decision(key(inquiry), "AI_ANSWER"), NOW);

        assertThat(sending).isEqualTo(new Sending.Refused("The customer wrote after the draft was made"));
        assertThat(inquiry.snapshot().state()).isEqualTo(State.RECEIVED);
        assertThat(inquiry.snapshot().messages()).noneMatch(message -> message.author() == Author.AI);
        assertThat(inquiry.snapshot().decisions()).hasSize(1);
    }

    @Test
    void withoutADraftNothingIsSent() {
        var inquiry = in(Stage.RECEIVED);

        assertThat(inquiry.answerByAi(decision(key(inquiry), "AI_ANSWER"), NOW))
                .isEqualTo(new Sending.Refused("There is no draft"));
    }

    @Test
    void noAiAnswerGoesOutAgainstTheGate() {
        var inquiry = in(Stage.RECEIVED);
        inquiry.keepAttempt(attempt(key(inquiry), 1, "Parcels take three days."));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> inquiry.answerByAi(decision(key(inquiry), "PERSON_WITH_DRAFT"), NOW))
                .withMessageContaining("PERSON_WITH_DRAFT");
    }

    @Test
    void aRepeatedAttemptReplacesTheFormerUntilItIsSent() {
        var inquiry = in(Stage.RECEIVED);
        var key = key(inquiry);
        inquiry.keepAttempt(attempt(key, 1, "First draft"));
        inquiry.keepAttempt(attempt(key, 1, "Second draft"));
        inquiry.answerByAi(decision(key, "AI_ANSWER"), NOW);
        inquiry.keepAttempt(attempt(key, 1, "Third draft"));

        assertThat(inquiry.snapshot().attempts())
                .singleElement()
                .satisfies(kept -> assertThat(kept.draft()).isEqualTo("Second draft"));
        assertThat(inquiry.snapshot().messages().getLast().text()).isEqualTo("Second draft");
        assertThat(inquiry.snapshot().messages().getLast().sources()).hasSize(1);
    }

    @Test
    void aStepThatTakesItToAPersonAndComesLateChangesNothing() {
        var inquiry = in(Stage.RECEIVED);
        var before = key(inquiry);
        var key = inquiry.takeToPerson(before, null, NOW);
        inquiry.answerByPerson(answer("It arrives tomorrow."), key, NOW);

        assertThat(inquiry.takeToPerson(before, null, NOW)).isEqualTo(key);

        assertThat(inquiry.snapshot().state()).isEqualTo(State.ANSWERED_BY_PERSON);
    }

    @ParameterizedTest
    @EnumSource(names = {"AI_ANSWERED", "RESOLVED"})
    void aWrongAnswerOfTheAiIsPutRightByAPersonAndTheCustomerIsToldOnce(Stage stage) {
        var inquiry = in(stage);
        var before = key(inquiry);

        inquiry.correct(inquiry.id() + ":1", NOW);
        inquiry.correct(inquiry.id() + ":1", NOW);

        var file = inquiry.snapshot();
        assertThat(file.state()).isEqualTo(State.WITH_PERSON);
        assertThat(file.repeatContacts()).isZero();
        assertThat(file.messages().getLast().text()).contains("it was not right", "A person takes over");
        assertThat(inquiry.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        InquiryEvent.CorrectionNeeded.class,
                        needed -> assertThat(needed.conversationKey()).isEqualTo(before));
    }

    @Test
    void aWrongAnswerIsPutRightAlsoWhenTheCaseIsClosed() {
        var inquiry = in(Stage.CLOSED);

        inquiry.correct(inquiry.id() + ":1", NOW);

        assertThat(inquiry.snapshot().closed()).isFalse();
        assertThat(inquiry.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        InquiryEvent.Reopened.class,
                        reopened -> assertThat(reopened.reason()).isEqualTo(HandOverReason.ANSWER_WRONG));
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIVED", "WITH_PERSON", "ANSWERED_BY_PERSON", "WITHDRAWN"})
    void whereAPersonHasTheCaseAnywayThereIsNothingToPutRight(Stage stage) {
        var inquiry = in(stage);

        inquiry.correct(inquiry.id() + ":1", NOW);

        assertThat(inquiry.events()).isEmpty();
        assertThat(inquiry.snapshot().messages()).noneMatch(said -> said.text().contains("not right"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWrongAnswerOfAPersonIsPutRightOnceToo(boolean solved) {
        var inquiry = in(Stage.AI_ANSWERED);
        inquiry.requestPerson(NOW);
        var answered = key(inquiry);
        inquiry.answerByPerson(answer("It arrives tomorrow."), answered, NOW);
        if (solved) {
            inquiry.verdict(true, NOW);
        }
        inquiry.forgetEvents();

        inquiry.correct(answered, NOW);
        inquiry.correct(answered, NOW);

        var file = inquiry.snapshot();
        assertThat(file.state()).isEqualTo(State.WITH_PERSON);
        assertThat(file.messages().getLast().text())
                .contains("it was not right")
                .doesNotContain("automatic");
        assertThat(inquiry.events()).singleElement().isInstanceOf(InquiryEvent.CorrectionNeeded.class);
    }

    @Test
    void aPersonsAnswerIsNotCalledWrongForTheOneBeforeIt() {
        var inquiry = in(Stage.AI_ANSWERED);
        inquiry.requestPerson(NOW);
        inquiry.answerByPerson(answer("It arrives tomorrow."), key(inquiry), NOW);
        inquiry.verdict(true, NOW);
        inquiry.forgetEvents();

        inquiry.correct(inquiry.id() + ":1", NOW);

        assertThat(inquiry.events()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIVED", "AI_ANSWERED", "WITH_PERSON", "ANSWERED_BY_PERSON", "RESOLVED"})
    void whoeverIsStuckStartsOverOnceForEachProcess(Stage stage) {
        var inquiry = in(stage);

        inquiry.startOver("first:1", NOW);
        inquiry.startOver("first:1", NOW);

        assertThat(inquiry.snapshot().state()).isEqualTo(State.WITH_PERSON);
        assertThat(inquiry.events()).singleElement().isInstanceOfSatisfying(InquiryEvent.Reopened.class, reopened -> {
            assertThat(reopened.reason()).isEqualTo(HandOverReason.STUCK);
            assertThat(reopened.conversationKey()).isEqualTo(key(inquiry));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "WITHDRAWN"})
    void whatHasEndedDoesNotStartOver(Stage stage) {
        var inquiry = in(stage);

        inquiry.startOver("first:1", NOW);

        assertThat(inquiry.events()).isEmpty();
    }

    @Test
    void theHandOverIsToldOnceAndItsFirstPromiseStands() {
        var inquiry = in(Stage.RECEIVED);
        var key = inquiry.takeToPerson(key(inquiry), decision(key(inquiry), "PERSON"), NOW);
        var first = handOver(key, HandOverReason.GATE);
        var later = new HandOver(
                key, HandOverReason.GATE, "general", NOW.plus(Duration.ofHours(9)), NOW.plusSeconds(99_999), null, NOW);

        inquiry.handOver(first, null, NOW);
        inquiry.handOver(later, null, NOW);

        var file = inquiry.snapshot();
        assertThat(file.handOvers()).containsExactly(first);
        assertThat(file.promise()).isEqualTo(Promise.of(first));
        assertThat(file.messages())
                .filteredOn(message -> message.author() == Author.SYSTEM)
                .extracting(Message::text)
                .containsExactly("A person takes this over. Our target is an answer within 2 hours.");
    }

    @Test
    void whoSaysThatItIsAComplaintIsNotToldThatTheyAskedForAPerson() {
        var asked = new NewInquiry(
                LATE_PARCEL.text(), LATE_PARCEL.customer(), LATE_PARCEL.language(), LATE_PARCEL.channel(), true);
        var inquiry = new Inquiry(InquiryId.next(), "TA-0000-0001", asked, 0, NOW);

        inquiry.handOver(handOver(key(inquiry), HandOverReason.CUSTOMER_ASKED), null, NOW);
        assertThat(inquiry.snapshot().messages().getLast().text())
                .startsWith("You told us that this is a complaint, so a person takes it over.");

        inquiry.answerByPerson(answer("It arrives tomorrow."), key(inquiry), NOW);
        inquiry.requestPerson(NOW);
        inquiry.handOver(handOver(key(inquiry), HandOverReason.CUSTOMER_ASKED), null, NOW);
        assertThat(inquiry.snapshot().messages().getLast().text()).startsWith("You asked for a person.");
    }

    @Test
    void aHandOverOfAPhaseThatIsOverTellsNothing() {
        var inquiry = in(Stage.WITH_PERSON);
        var stale = key(inquiry);
        inquiry.withdraw(NOW);

        inquiry.handOver(handOver(stale, HandOverReason.GATE), null, NOW);

        assertThat(inquiry.snapshot().handOvers()).isEmpty();
        assertThat(inquiry.snapshot().messages()).hasSize(1);
    }

    @Test
    void theAgentIsRecordedWithTheHandOver() {
        var inquiry = in(Stage.WITH_PERSON);
        inquiry.handOver(handOver(key(inquiry), HandOverReason.GATE), null, NOW);

        inquiry.recordAgent(key(inquiry), "demo", NOW);
        inquiry.recordAgent(key(inquiry), "demo", NOW);

        assertThat(inquiry.snapshot().handOvers()).extracting(HandOver::agent).containsExactly("demo");
    }

    @Test
    void anAnswerForAnEarlierPhaseIsRefused() {
        var inquiry = in(Stage.ANSWERED_BY_PERSON);
        inquiry.verdict(false, NOW);
        var staleKey = inquiry.id() + ":1";

        assertThat(inquiry.answerByPerson(answer("Late"), staleKey, NOW)).isInstanceOf(Sending.Refused.class);
    }

    @Test
    void aWithdrawnInquiryRefusesThePersonsAnswerAndSaysWhy() {
        var inquiry = in(Stage.WITH_PERSON);
        inquiry.withdraw(NOW);

        assertThat(inquiry.answerByPerson(answer("It arrives tomorrow."), key(inquiry), NOW))
                .isEqualTo(new Sending.Refused("The inquiry is WITHDRAWN by now"));
    }

    @Test
    void notSolvedTwiceIsOneVerdict() {
        var inquiry = in(Stage.AI_ANSWERED);

        inquiry.verdict(false, NOW);
        inquiry.verdict(false, NOW);

        assertThat(inquiry.events()).hasSize(1);
        assertThat(inquiry.snapshot().repeatContacts()).isEqualTo(1);
    }

    @Test
    void aVerdictForAnEarlierAnswerIsStale() {
        var inquiry = in(Stage.AI_ANSWERED);
        inquiry.verdict(false, NOW);

        assertThatThrownBy(() -> inquiry.verdict(true, NOW)).isInstanceOf(ActionRefused.class);
    }

    @Test
    void theLastRatingWins() {
        var inquiry = in(Stage.RESOLVED);

        inquiry.rate(2, "Slow", NOW);
        inquiry.rate(2, "Slow", NOW.plusSeconds(5));
        inquiry.rate(4, " ", NOW.plusSeconds(9));

        assertThat(inquiry.snapshot().rating()).isEqualTo(new Rating(4, null, NOW.plusSeconds(9)));
        assertThat(inquiry.events()).hasSize(2);
    }

    @Test
    void aRatingIsAskedForOncePerEpisodeAndNotWhenItIsThere() {
        var asked = in(Stage.RESOLVED);
        asked.resolve(null, Outcome.SOLVED_BY_AI, true, NOW);
        var rated = in(Stage.AI_ANSWERED);
        rated.rate(5, null, NOW.plusSeconds(1));
        rated.resolve(null, Outcome.PRESUMED_SOLVED, true, NOW.plusSeconds(2));

        assertThat(asked.snapshot().messages().getLast().text()).contains("How satisfied are you");
        assertThat(asked.events()).hasAtLeastOneElementOfType(InquiryEvent.AskedForRating.class);
        assertThat(rated.snapshot().messages().getLast().author()).isEqualTo(Author.AI);
    }

    @Test
    void whoWasAskedNotLongAgoIsToldThatItIsSolvedAndNotAsked() {
        var inquiry = in(Stage.RESOLVED);

        inquiry.resolve(null, Outcome.SOLVED_BY_AI, false, NOW);
        inquiry.resolve(null, Outcome.SOLVED_BY_AI, true, NOW); // the same step again

        assertThat(inquiry.snapshot().messages().getLast().text()).isEqualTo("Good that this is solved.");
        assertThat(inquiry.events()).doesNotHaveAnyElementsOfTypes(InquiryEvent.AskedForRating.class);
    }

    @Test
    void aClosingOfAnEarlierConversationEndsNothingOfALaterOne() {
        var inquiry = in(Stage.AI_ANSWERED);
        var earlier = key(inquiry);
        inquiry.startOver(earlier, NOW);
        var later = key(inquiry);
        inquiry.answerByPerson(answer("It arrives tomorrow."), later, NOW);

        assertThat(inquiry.resolve(earlier, Outcome.SOLVED_BY_AI, true, NOW)).isEqualTo(new FollowUp.Resting(earlier));
        assertThat(inquiry.snapshot().state()).isEqualTo(State.ANSWERED_BY_PERSON);

        inquiry.resolve(later, Outcome.SOLVED_BY_PERSON, true, NOW);
        assertThat(inquiry.close(earlier, Outcome.SOLVED_BY_AI, NOW)).isEqualTo(new FollowUp.Resting(earlier));
        assertThat(inquiry.snapshot().closed()).isFalse();
    }

    @Test
    void aClosingOfTheConversationThatIsOverEndsIt() {
        var inquiry = in(Stage.RESOLVED);
        var answered = inquiry.id() + ":1";

        assertThat(inquiry.resolve(answered, Outcome.SOLVED_BY_AI, true, NOW))
                .isEqualTo(new FollowUp.Resting(inquiry.id() + ":2"));
        inquiry.close(answered, Outcome.SOLVED_BY_AI, NOW);

        assertThat(inquiry.snapshot().closed()).isTrue();
    }

    @Test
    void aClosingWhoseConversationIsNotKnownEndsWhatThereIs() {
        var inquiry = in(Stage.ANSWERED_BY_PERSON);

        inquiry.resolve(null, Outcome.SOLVED_BY_PERSON, true, NOW);
        inquiry.close(null, Outcome.SOLVED_BY_PERSON, NOW);

        assertThat(inquiry.snapshot().closed()).isTrue();
    }

    @Test
    void whatWasOnlyPresumedSolvedCanBeConfirmedOnceForTheAnswerThatWasGiven() {
        var inquiry = in(Stage.AI_ANSWERED);
        inquiry.resolve(null, Outcome.PRESUMED_SOLVED, true, NOW);
        inquiry.forgetEvents();
        assertThat(inquiry.snapshot().presumedSolved()).isTrue();

        inquiry.verdict(true, NOW);
        inquiry.verdict(true, NOW);

        assertThat(inquiry.events()).singleElement().isInstanceOfSatisfying(InquiryEvent.VerdictGiven.class, given -> {
            assertThat(given.solved()).isTrue();
            assertThat(given.conversationKey()).isEqualTo(inquiry.id() + ":1");
        });
        assertThat(inquiry.snapshot().state()).isEqualTo(State.RESOLVED);
        assertThat(inquiry.snapshot().presumedSolved()).isFalse();
    }

    @Test
    void whatWasOnlyPresumedSolvedAndIsNotGoesToAPerson() {
        var inquiry = in(Stage.AI_ANSWERED);
        inquiry.resolve(null, Outcome.PRESUMED_SOLVED, true, NOW);
        inquiry.forgetEvents();

        inquiry.verdict(false, NOW);
        inquiry.verdict(false, NOW);

        assertThat(inquiry.snapshot().state()).isEqualTo(State.WITH_PERSON);
        assertThat(inquiry.events()).singleElement().isInstanceOfSatisfying(InquiryEvent.VerdictGiven.class, given -> {
            assertThat(given.solved()).isFalse();
            assertThat(given.conversationKey()).isEqualTo(inquiry.id() + ":2");
        });
    }

    @Test
    void whatWasClosedAndAnsweredLongAgoIsNotRatedAnyMoreAndWhatIsOpenIs() {
        var closed = in(Stage.CLOSED);

        closed.refuseRatingIfAnsweredBefore(NOW);
        assertThatThrownBy(() -> closed.refuseRatingIfAnsweredBefore(NOW.plusSeconds(1)))
                .isInstanceOf(RatingTooLate.class);
        in(Stage.RESOLVED).refuseRatingIfAnsweredBefore(NOW.plusSeconds(1));
    }

    @Test
    void theSameTextWithinAMinuteIsADoubleClick() {
        var inquiry = in(Stage.WITH_PERSON);

        var first = inquiry.write("Hello?", null, NOW);
        var doubled = inquiry.write("Hello?", null, NOW.plusSeconds(2));
        var impatient = inquiry.write("Hello?", null, NOW.plusSeconds(3_600));

        assertThat(doubled).isEqualTo(first);
        assertThat(impatient).isNotEqualTo(first);
        assertThat(inquiry.events()).hasSize(2);
    }

    @Test
    void theSameTextAfterAnAnswerIsMeant() {
        var inquiry = in(Stage.AI_ANSWERED);

        inquiry.write("Where is my parcel?", null, NOW.plusSeconds(1));

        assertThat(inquiry.snapshot().state()).isEqualTo(State.WITH_PERSON);
    }

    @Test
    void aMessageWithAKeyIsWrittenOnce() {
        var inquiry = in(Stage.WITH_PERSON);

        var first = inquiry.write("One", "k1", NOW);
        var again = inquiry.write("One", "k1", NOW.plusSeconds(7_200));
        var other = inquiry.write("One", "k2", NOW.plusSeconds(7_201));

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void withdrawalIsClosedOnceAndOnlyThen() {
        var inquiry = in(Stage.WITHDRAWN);

        inquiry.closeWithdrawn(NOW);
        inquiry.closeWithdrawn(NOW);

        assertThat(inquiry.snapshot().outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(inquiry.events()).hasSize(1);
        assertThatThrownBy(() -> in(Stage.RECEIVED).closeWithdrawn(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aSnapshotDoesNotChangeWithTheCase(Stage stage) {
        var inquiry = in(stage);
        var file = inquiry.snapshot();
        var messages = file.messages().size();

        if (stage != Stage.WITHDRAWN) {
            inquiry.write("More", null, NOW.plusSeconds(1));
        }

        assertThat(file.messages()).hasSize(messages);
    }

    private static void customer(Inquiry inquiry, String action) {
        switch (action) {
            case "writes" -> inquiry.write("One more thing", null, NOW);
            case "asks person" -> inquiry.requestPerson(NOW);
            case "says solved" -> inquiry.verdict(true, NOW);
            case "says not" -> inquiry.verdict(false, NOW);
            case "rates" -> inquiry.rate(4, null, NOW);
            case "withdraws" -> inquiry.withdraw(NOW);
            default -> throw new IllegalArgumentException(action);
        }
    }

    private static Object process(Inquiry inquiry, String step, String key) {
        return switch (step) {
            case "AI answers" -> {
                inquiry.keepAttempt(attempt(key, 1, "Parcels take three days."));
                yield inquiry.answerByAi(decision(key, "AI_ANSWER"), NOW);
            }
            case "person takes" -> inquiry.takeToPerson(key, decision(key, "PERSON"), NOW);
            case "person answers" -> inquiry.answerByPerson(answer("It arrives tomorrow."), key, NOW);
            case "resolves" -> inquiry.resolve(null, Outcome.PRESUMED_SOLVED, true, NOW);
            case "closes" -> inquiry.close(null, Outcome.PRESUMED_SOLVED, NOW);
            default -> throw new IllegalArgumentException(step);
        };
    }

    private static String firstKey(Inquiry inquiry) {
        return inquiry.snapshot().state() == State.RESOLVED ? key(inquiry) : inquiry.id() + ":1";
    }

    private static int episode(Inquiry inquiry) {
        return episode(inquiry.snapshot());
    }

    private static int episode(CaseFile file) {
        return Integer.parseInt(file.conversationKey().split(":")[1]);
    }
}
