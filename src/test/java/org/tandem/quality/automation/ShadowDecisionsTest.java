package org.tandem.quality.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.automation.AutomationSettings.Start;
import org.tandem.quality.automation.Calibration.Status;
import org.tandem.testing.EmptyDatabase;

/** The model m1 decides, and m2 beside it. */
@Execution(ExecutionMode.CONCURRENT)
class ShadowDecisionsTest {

    static Stream<Named<EmptyDatabase>> databases() {
        return Stream.of(Named.of("H2", EmptyDatabase.h2()), Named.of("PostgreSQL", EmptyDatabase.postgres()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasDecidedIsOpenOnceUntilItIsDecidedSilentlyOrPeopleHaveSpoken(EmptyDatabase database) {
        var board = new Board(database, Start.OPEN, false);
        var start = board.clock.instant();
        var answered = InquiryId.next();
        var spoken = InquiryId.next();
        board.tries(InquiryId.next(), "refund", 0.1); // which the gate has not decided
        board.isAnswered(answered, "refund");
        board.isAnswered(spoken, "refund");
        board.byPerson(spoken, "refund", "USED");
        board.audited(spoken, "refund", false, true);

        var open = board.shadow.open("m1", "m2", start, 10);

        assertThat(open).extracting(ShadowDecisions.Open::inquiry).containsExactly(answered);
        assertThat(board.shadow.open("m1", "m2", board.clock.instant().plusSeconds(1), 10))
                .isEmpty();
        assertThat(board.shadow.open("m0", "m2", start, 10)).isEmpty();

        board.silently(open.getFirst(), "refund", 0.1, true);
        board.silently(open.getFirst(), "card", 0.1, false);

        assertThat(board.shadow.open("m1", "m2", start, 10)).isEmpty();
        assertThat(board.shadow.open("m1", "m3", start, 10)).hasSize(1);
        assertThat(database.client()
                        .sql("select topic from shadow_case where inquiry_id = ?")
                        .param(answered.value())
                        .query(String.class)
                        .list())
                .containsExactly("refund");
        board.calibrating.calibrate();
        assertThat(board.calibrations.history(1)).isEmpty(); // too few
    }

    /** Its gate rests on what people said of the inquiries that it decided silently. Nobody but the promotion waits for a person. */
    @Test
    void aModelThatDecidedSilentlyIsCalibratedBeforeItAnswers() {
        var board = new Board(Start.SHADOW, true);
        var random = new Random(1);
        for (int i = 0; i < 300; i++) {
            var id = InquiryId.next();
            var started = board.clock.instant();
            board.isAnswered(id, "refund");
            boolean unsure = random.nextInt(4) == 0;
            var open = board.shadow.open("m1", "m2", started, 1).getFirst();
            board.silently(open, unsure ? "refund" : "card", unsure ? 0.3 : 0.1 * random.nextDouble(), true);
            board.byPerson(id, "card", "NO_DRAFT");
        }

        board.calibrating.calibrate();

        assertThat(board.calibrations.find("m2", "routine", Status.IN_USE)).hasValueSatisfying(calibration -> {
            assertThat(calibration.cases()).isEqualTo(300);
            assertThat(calibration.coverage()).isBetween(0.6, 0.8);
        });
        assertThat(board.calibrations
                        .find("m1", "routine", Status.IN_USE)
                        .orElseThrow()
                        .coverage())
                .isZero();
        var silent = board.automation.silently(
                new ShadowDecisions.Open(InquiryId.next(), "x:1", board.clock.instant(), 0),
                "About card",
                Board.attempt("m2", "card", 0.01));
        assertThat(silent.word().restsOn()).isEqualTo("300 handled cases");
        assertThat(silent.word().guaranteedRisk()).isLessThanOrEqualTo(Board.TOLERANCE);
        assertThat(silent.word().automation()).isEqualTo(Word.OPEN);
    }

    @Test
    void decidingSilentlyChangesNothingOfWhatIsDecided() {
        var board = new Board(Start.SHADOW, false);
        var id = InquiryId.next();
        board.isAnswered(id, "refund");
        var before = board.decisions.find(id + ":1").orElseThrow();

        var open = board.shadow.open("m1", "m2", Instant.EPOCH, 1).getFirst();
        board.silently(open, "card", 0.1, true);

        assertThat(board.decisions.find(id + ":1").orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(board.decisions.model()).contains("m1");
        assertThat(board.standings.find(Subject.model("m2"))).isEmpty();
    }
}
