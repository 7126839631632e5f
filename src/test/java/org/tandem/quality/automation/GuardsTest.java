package org.tandem.quality.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Similarity;
import org.tandem.quality.QualityEvent.AutomationChanged;
import org.tandem.quality.automation.AutomationSettings.Start;

@Execution(ExecutionMode.CONCURRENT)
class GuardsTest {

    private final Board board = new Board(Start.OPEN, true);

    @Test
    void aTopicThatTurnsBadIsShutAtOnceAndItsInquiriesGoToPeople() {
        int audits = auditsUntilShut("refund", 0.5);

        assertThat(audits).isLessThan(40);
        assertThat(board.isAnswered(InquiryId.next(), "refund")).isFalse();
        assertThat(board.isAnswered(InquiryId.next(), "credit")).isTrue();
        assertThat(board.standings.history(1)).singleElement().satisfies(change -> {
            assertThat(change.to().by()).isEqualTo("Guardrail");
            assertThat(change.to().reason()).contains("answers that were drawn for an audit", "were wrong");
        });
        assertThat(board.published).last().isInstanceOfSatisfying(AutomationChanged.class, changed -> {
            assertThat(changed.topic()).isEqualTo("refund");
            assertThat(changed.by()).isEqualTo("Guardrail");
        });
    }

    @Test
    void whatWasSeenBeforeARestartCounts() {
        var other = new Board(Start.OPEN, true);
        int needed = auditsUntilShut(other, "refund", 1);
        for (int i = 0; i < needed - 1; i++) {
            audit(board, "refund", true);
            board.restart();
        }
        assertThat(board.mode("refund")).isEqualTo(Mode.OPEN);

        audit(board, "refund", true);

        assertThat(board.mode("refund")).isEqualTo(Mode.SHUT);
    }

    /** Nothing is audited here: people answer what is held back, and say what it was about. */
    @Test
    void aTopicOfWhichPeopleSayThatDraftsAreWrongMoreOftenThanStatedIsShutAlsoAcrossRestarts() {
        var silent = calibrated(0);
        assertThat(handOverUntilShut(silent, false)).isBetween(3, 12);
        assertThat(silent.standings.history(1).getFirst().to().reason())
                .contains("drafts that people judged", "their stated risks");

        assertThat(handOverUntilShut(calibrated(0), true)).isEqualTo(handOverUntilShut(calibrated(0), false));
    }

    @Test
    void whatIsWrongAsOftenAsItWasStatedIsNotShut() {
        var board = calibrated(0.02);
        handOver(board, 400, 0.02);

        assertThat(board.mode("refund")).isNotEqualTo(Mode.SHUT);
    }

    /** Released to a small share, so that nearly all goes to people, and calibrated on 600 of them. */
    private static Board calibrated(double wrong) {
        var board = new Board(Start.OPEN, false);
        board.switchboard.change(Subject.EVERYTHING, Mode.RELEASED, 0.01, "dora", "First steps");
        handOver(board, 600, wrong);
        board.calibrating.calibrate();
        return board;
    }

    private static int handOverUntilShut(Board board, boolean restarting) {
        int handedOver = 0;
        while (board.mode("refund") != Mode.SHUT && handedOver < 1_000) {
            handOver(board, 1, 1);
            handedOver++;
            if (restarting) {
                board.restart();
            }
        }
        return handedOver;
    }

    private static void handOver(Board board, int inquiries, double wrong) {
        for (int i = 0; i < inquiries; i++) {
            var id = InquiryId.next();
            boolean isWrong = (i + 0.5) * wrong % 1 > 1 - wrong - 1e-9;
            board.tries(id, "refund", 0.01 + 0.01 * (i % 10));
            board.byPerson(id, isWrong ? "credit" : "refund", "NO_DRAFT");
        }
    }

    /** Audits of answers that were given before tell nothing of what was repaired since. */
    @Test
    void whatAPersonHasReopenedIsWatchedAnew() {
        var late = InquiryId.next();
        board.isAnswered(late, "refund");
        int needed = auditsUntilShut("refund", 1);
        board.clock.pass(Duration.ofMinutes(1));
        board.switchboard.change(Subject.topic("refund"), Mode.OPEN, 1, "dora", "The answer was corrected");

        board.audited(late, "refund", true, true);
        for (int i = 0; i < needed - 1; i++) {
            audit(board, "refund", true);
        }
        assertThat(board.mode("refund")).isEqualTo(Mode.OPEN);

        audit(board, "refund", true);
        assertThat(board.mode("refund")).isEqualTo(Mode.SHUT);
    }

    @Test
    void onlyAuditsThatWereDrawnWithEqualChancesCountAndEachOnce() {
        var id = InquiryId.next();
        board.isAnswered(id, "refund");
        for (int i = 0; i < 100; i++) {
            board.audited(id, "refund", true, true);
            var other = InquiryId.next();
            board.isAnswered(other, "refund");
            board.audited(other, "refund", true, false);
        }

        assertThat(board.mode("refund")).isEqualTo(Mode.OPEN);
    }

    @Test
    void tooManyWrongOnesOverManyTopicsShutEverything() {
        int audits = 0;
        while (board.switchboard.standing(Subject.EVERYTHING).mode() == Mode.OPEN && audits < 200) {
            audit(board, "topic " + audits++, true);
        }

        assertThat(audits).isLessThan(20);
        assertThat(board.isAnswered(InquiryId.next(), "refund")).isFalse();
    }

    @Test
    void customersWhoObjectToMostAnswersShutTheTopic() {
        for (int i = 0; i < 60; i++) {
            var id = InquiryId.next();
            if (board.isAnswered(id, "refund")) {
                board.hear(new InquiryEvent.PersonRequested(
                        UUID.randomUUID(), id, board.clock.instant().plusSeconds(60), id + ":1"));
            }
            board.looks();
        }
        assertThat(board.mode("refund")).isEqualTo(Mode.OPEN);

        board.clock.pass(Duration.ofHours(2));
        board.looks();

        assertThat(board.mode("refund")).isEqualTo(Mode.SHUT);
        assertThat(board.standings.history(5))
                .anySatisfy(change -> assertThat(change.to().reason()).contains("customers asked for a person"));
    }

    @Test
    void someObjectionsAreNoReason() {
        var random = new Random(1);
        for (int i = 0; i < 300; i++) {
            var id = InquiryId.next();
            board.isAnswered(id, "refund");
            if (random.nextDouble() < 0.1) {
                board.hear(new InquiryEvent.VerdictGiven(
                        UUID.randomUUID(), id, board.clock.instant().plusSeconds(60), id + ":1", false));
            }
        }
        board.clock.pass(Duration.ofHours(2));
        board.looks();

        assertThat(board.mode("refund")).isEqualTo(Mode.OPEN);
    }

    @Test
    void customersWhoRateTheAiMuchLowerThanPeopleShutIt() {
        board.switchboard.change(Subject.topic("refund"), Mode.RELEASED, 0.5, "dora", "Half of them");
        int rated = 0;
        while (board.mode("refund") == Mode.RELEASED && rated < 400) {
            var id = InquiryId.next();
            boolean byAi = board.isAnswered(id, "refund");
            if (!byAi) {
                board.byPerson(id, "refund", "USED");
            }
            board.hear(new InquiryEvent.Rated(UUID.randomUUID(), id, board.clock.instant(), byAi ? 2 : 5));
            rated++;
        }

        assertThat(rated).isBetween(20, 150);
        assertThat(board.standings.history(5))
                .anySatisfy(change -> assertThat(change.to().reason()).contains("rate the AI's answers lower"));
    }

    /** The answers had been given before it was repaired. */
    @Test
    void ratingsThatComeAfterAReopeningForAnswersFromBeforeDoNotCount() {
        board.switchboard.change(Subject.topic("refund"), Mode.RELEASED, 0.5, "dora", "Half of them");
        var byAi = new ArrayList<InquiryId>();
        var byPeople = new ArrayList<InquiryId>();
        for (int i = 0; i < 400; i++) {
            var id = InquiryId.next();
            if (board.isAnswered(id, "refund")) {
                byAi.add(id);
            } else {
                board.byPerson(id, "refund", "USED");
                byPeople.add(id);
            }
        }
        board.clock.pass(Duration.ofMinutes(1));
        board.switchboard.change(Subject.topic("refund"), Mode.SHUT, 0, "dora", "It is wrong");
        board.switchboard.change(Subject.topic("refund"), Mode.OPEN, 1, "dora", "It is repaired");
        board.switchboard.change(Subject.EVERYTHING, Mode.SHUT, 0, "dora", "It is wrong");
        board.switchboard.change(Subject.EVERYTHING, Mode.OPEN, 1, "dora", "It is repaired");
        board.clock.pass(Duration.ofMinutes(1));

        byPeople.forEach(id -> board.hear(new InquiryEvent.Rated(UUID.randomUUID(), id, board.clock.instant(), 5)));
        byAi.forEach(id -> board.hear(new InquiryEvent.Rated(UUID.randomUUID(), id, board.clock.instant(), 1)));

        assertThat(byAi).hasSizeGreaterThan(100);
        assertThat(board.mode("refund")).isEqualTo(Mode.OPEN);
    }

    @Test
    void customersWhoComeBackMoreOftenToTheAiThanToPeopleShutIt() {
        board.switchboard.change(Subject.topic("refund"), Mode.RELEASED, 0.5, "dora", "Half of them");
        for (int i = 0; i < 200; i++) {
            var id = InquiryId.next();
            boolean byAi = board.isAnswered(id, "refund");
            if (byAi) {
                board.hear(again(id, Similarity.SAME_TOPIC));
            } else {
                board.byPerson(id, "refund", "USED");
                board.hear(again(id, Similarity.SAME_TOPIC));
                board.hear(again(id, Similarity.OTHER_TOPIC));
            }
        }
        board.looks();
        assertThat(board.mode("refund")).isEqualTo(Mode.RELEASED);

        board.clock.pass(Duration.ofDays(8));
        board.looks();

        assertThat(board.standings.history(5))
                .anySatisfy(change -> assertThat(change.to().reason()).contains("come back more often"));
    }

    private InquiryEvent again(InquiryId id, Similarity similarity) {
        return new InquiryEvent.ContactedAgain(
                UUID.randomUUID(),
                InquiryId.next(),
                board.clock.instant().plus(Duration.ofDays(1)),
                id,
                id + ":1",
                true,
                similarity,
                Duration.ofDays(1));
    }

    private int auditsUntilShut(String topic, double wrong) {
        return auditsUntilShut(board, topic, wrong);
    }

    private static int auditsUntilShut(Board board, String topic, double wrong) {
        var random = new Random(1);
        int audits = 0;
        while (board.mode(topic) != Mode.SHUT && audits < 500) {
            // whatever else is asked is right, or everything would be shut first
            audit(board, "another topic", false);
            audit(board, "another topic", false);
            audit(board, "another topic", false);
            audit(board, topic, random.nextDouble() < wrong);
            audits++;
        }
        return audits;
    }

    private static void audit(Board board, String topic, boolean wrong) {
        var id = InquiryId.next();
        board.isAnswered(id, topic);
        board.audited(id, topic, wrong, true);
    }
}
