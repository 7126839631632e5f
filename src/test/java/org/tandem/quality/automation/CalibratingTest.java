package org.tandem.quality.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.automation.AutomationSettings.Start;
import org.tandem.quality.automation.Calibration.Status;

@Execution(ExecutionMode.CONCURRENT)
class CalibratingTest {

    @Test
    void promisesRestOnExamplesUntilThereAreEnoughHandledCases() {
        var board = new Board(Start.SHADOW, false);
        handle(board, 299, 0.02);
        board.calibrating.calibrate();

        assertThat(board.tries(InquiryId.next(), "refund", 0.01)).isEqualTo(new Word(Word.SHADOW, 0, 0.02, "examples"));

        handle(board, 1, 0.02);
        board.calibrating.calibrate();

        assertThat(board.tries(InquiryId.next(), "refund", 0.01).restsOn()).isEqualTo("300 handled cases");
    }

    /** Examples promised 2 % for whatever is asked; among customers' inquiries a third of the unsure ones is wrong. */
    @Test
    void whatHandledCasesDisproveIsNotPromisedAnyMore() {
        var board = new Board(Start.SHADOW, true);
        handle(board, 600, 0.3);
        board.calibrating.calibrate();

        assertThat(board.tries(InquiryId.next(), "refund", 0.3).guaranteedRisk())
                .isGreaterThan(Board.TOLERANCE);
        assertThat(board.tries(InquiryId.next(), "refund", 0.01).guaranteedRisk())
                .isLessThanOrEqualTo(Board.TOLERANCE);
    }

    @Test
    void whatLetsTheAiAnswerMoreWaitsForAPerson() {
        var board = new Board(Start.SHADOW, true);
        handle(board, 600, 0.3);
        board.calibrating.calibrate();
        var strict = board.calibrations.find("m1", "routine", Status.IN_USE).orElseThrow();
        handle(board, 2_000, 0.0);
        board.calibrating.calibrate();

        var proposed = board.calibrations.find("m1", "routine", Status.PROPOSED).orElseThrow();
        assertThat(proposed.coverage()).isGreaterThan(proposed.before());
        assertThat(board.calibrations.find("m1", "routine", Status.IN_USE))
                .hasValueSatisfying(calibration -> assertThat(calibration.id()).isEqualTo(strict.id()));

        board.calibrating.use(proposed.id(), "dora");

        assertThat(board.tries(InquiryId.next(), "refund", 0.3).restsOn()).isEqualTo("2600 handled cases");
        assertThat(board.calibrations.find(strict.id()).orElseThrow().status()).isEqualTo(Status.RETIRED);
        assertThatThrownBy(() -> board.calibrating.use(proposed.id(), "dora"))
                .hasMessageContaining("not proposed any more");
    }

    /** As in the rehearsal. */
    @Test
    void onceOpenAndFoundRightByAuditsTheNextStepIsABolderOneAndSaysSo() {
        var board = new Board(Start.OPEN, false);
        handle(board, 600, 0.3);
        board.calibrating.calibrate();
        assertThat(board.calibrations.history(1).getFirst().confidence()).isCloseTo(0.95, within(1e-9));

        answer(board, 40, false);
        handle(board, 100, 0.3);
        board.calibrating.calibrate();

        assertThat(board.calibrations.history(1).getFirst().confidence()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void whereAuditsFindTooManyWrongTheNextStepIsSureAgainAndStricter() {
        var board = new Board(Start.OPEN, false);
        handle(board, 600, 0);
        board.calibrating.calibrate();
        double before = board.calibrations.history(1).getFirst().ladder().smallest();

        answer(board, 60, true);
        handle(board, 100, 0);
        board.calibrating.calibrate();

        var after = board.calibrations.history(1).getFirst();
        assertThat(after.confidence()).isCloseTo(0.95, within(1e-9));
        assertThat(after.ladder().smallest()).isGreaterThan(before);
    }

    /** So few on each topic that none of them is shut for itself. */
    private static void answer(Board board, int inquiries, boolean wrong) {
        for (int i = 0; i < inquiries; i++) {
            var id = InquiryId.next();
            var topic = "refund-%d".formatted(i / 2);
            assertThat(board.isAnswered(id, topic)).isTrue();
            board.audited(id, topic, wrong, false);
        }
    }

    @Test
    void aFewNewLabelsAreNoReasonToCalibrateAgain() {
        var board = new Board(Start.SHADOW, false);
        handle(board, 400, 0.1);
        board.calibrating.calibrate();
        handle(board, 40, 0.1);
        board.calibrating.calibrate();

        assertThat(board.calibrations.history(10)).hasSize(1);
    }

    @Test
    void casesOfATopicThatIsShutTellNothingOfTheRest() {
        var board = new Board(Start.OPEN, false);
        board.switchboard.change(Subject.topic("refund"), Mode.SHUT, 0, "dora", "It is wrong");
        handle(board, 400, 0.1);
        board.calibrating.calibrate();

        assertThat(board.calibrations.history(10)).isEmpty();
    }

    /** What it did not keep it does not promise again. */
    @Test
    void afterTheGuardrailHasShutEverythingOnlyCasesHandledSinceLetTheAiAnswer() {
        var board = new Board(Start.OPEN, true);
        handle(board, 600, 0);
        board.calibrating.calibrate();
        assertThat(board.tries(InquiryId.next(), "refund", 0.01).guaranteedRisk())
                .isLessThanOrEqualTo(Board.TOLERANCE);

        change(board, Mode.SHUT, Standing.BY_GUARDRAIL);
        change(board, Mode.OPEN, "dora");
        board.calibrating.calibrate();

        assertThat(board.tries(InquiryId.next(), "refund", 0.01))
                .isEqualTo(new Word(Word.OPEN, 1, 1, "nothing: the guardrail has shut everything since"));
        assertThat(board.calibrations.history(1).getFirst().status()).isEqualTo(Status.DISPROVED);

        handle(board, 300, 0);
        board.calibrating.calibrate();

        var proposed = board.calibrations.find("m1", "routine", Status.PROPOSED).orElseThrow();
        assertThat(proposed.cases()).isEqualTo(300);
        board.calibrating.use(proposed.id(), "dora");
        assertThat(board.tries(InquiryId.next(), "refund", 0.01).guaranteedRisk())
                .isLessThanOrEqualTo(Board.TOLERANCE);
    }

    @Test
    void whatPeopleHandleWhileEverythingIsShutIsEnoughToReopen() {
        var board = new Board(Start.OPEN, true);
        handle(board, 600, 0);
        board.calibrating.calibrate();
        change(board, Mode.SHUT, Standing.BY_GUARDRAIL);
        handle(board, 300, 0);
        board.calibrating.calibrate();

        change(board, Mode.OPEN, "dora");

        assertThat(board.tries(InquiryId.next(), "refund", 0.01).restsOn()).isEqualTo("300 handled cases");
    }

    @Test
    void aProposalFromBeforeTheGuardrailHasShutEverythingCannotBeUsedAnyMore() {
        var board = new Board(Start.OPEN, true);
        handle(board, 600, 0.3);
        board.calibrating.calibrate();
        handle(board, 2_000, 0);
        board.calibrating.calibrate();
        var proposed = board.calibrations.find("m1", "routine", Status.PROPOSED).orElseThrow();
        change(board, Mode.SHUT, Standing.BY_GUARDRAIL);

        assertThatThrownBy(() -> board.calibrating.use(proposed.id(), "dora"))
                .hasMessageContaining("not proposed any more");
    }

    /** Whoever shuts it for an hour has proven nothing. */
    @Test
    void whatAPersonShutsIsPromisedAsBeforeOnceItIsReopened() {
        var board = new Board(Start.OPEN, false);
        handle(board, 600, 0);
        board.calibrating.calibrate();
        change(board, Mode.SHUT, "dora");
        change(board, Mode.OPEN, "dora");

        assertThat(board.tries(InquiryId.next(), "refund", 0.01).restsOn()).isEqualTo("600 handled cases");
    }

    private static void change(Board board, Mode mode, String by) {
        board.clock.pass(Duration.ofSeconds(1));
        board.switchboard.change(Subject.EVERYTHING, mode, mode == Mode.OPEN ? 1 : 0, by, "It has to be");
        board.clock.pass(Duration.ofSeconds(1));
    }

    @Test
    void aModelThatIsAlwaysRightIsPromisedAsMuchAsItsCasesProve() {
        var board = new Board(Start.SHADOW, false);
        handle(board, 400, 0);
        board.calibrating.calibrate();

        assertThat(board.tries(InquiryId.next(), "refund", 0.2).guaranteedRisk())
                .isLessThanOrEqualTo(0.02);
    }

    /** People handle inquiries of which those with a risk of 0.3 are wrong so often; the others, three quarters, are right. */
    private static void handle(Board board, int inquiries, double wrong) {
        var random = new Random(inquiries);
        for (int i = 0; i < inquiries; i++) {
            var id = InquiryId.next();
            boolean unsure = random.nextInt(4) == 0;
            board.tries(id, "refund", unsure ? 0.25 + 0.1 * random.nextDouble() : 0.1 * random.nextDouble());
            board.byPerson(id, unsure && random.nextDouble() < wrong ? "credit" : "refund", "NO_DRAFT");
        }
    }
}
