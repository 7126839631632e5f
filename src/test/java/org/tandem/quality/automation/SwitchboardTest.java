package org.tandem.quality.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent.AutomationChanged;
import org.tandem.quality.automation.AutomationSettings.Start;

@Execution(ExecutionMode.CONCURRENT)
class SwitchboardTest {

    private static final List<InquiryId> INQUIRIES = IntStream.range(0, 1_000)
            .mapToObj(number -> new InquiryId(new UUID(0x4000L + number, number)))
            .toList();

    private final Board board = new Board(Start.OPEN, true);

    @Test
    void whatIsSilentGoesToPeople() {
        var silent = new Board(Start.SHADOW, true);

        assertThat(silent.tries(InquiryId.next(), "refund", 0.1).automation()).isEqualTo(Word.SHADOW);
        assertThat(silent.tries(InquiryId.next(), "refund", 0.1).answerChance()).isZero();
    }

    @Test
    void aShareIsReleasedAndGrowsWithoutTakingFromThoseWhoHadIt() {
        release(0.2);
        var few =
                INQUIRIES.stream().filter(id -> board.isAnswered(id, "refund")).toList();
        release(0.6);
        var more = INQUIRIES.stream()
                .filter(id -> board.tries(id, "refund", 0.1).automation().equals(Word.OPEN))
                .toList();

        assertThat(few).hasSizeBetween(150, 250);
        assertThat(more).hasSizeBetween(530, 670).containsAll(few);
        assertThat(board.tries(INQUIRIES.getFirst(), "refund", 0.1).answerChance())
                .isEqualTo(0.6);
    }

    @Test
    void theLeastOpenOfEverythingTopicAndModelCounts() {
        release(0.5);
        board.switchboard.change(Subject.topic("refund"), Mode.SHUT, 0, "dora", "Half of them are wrong");
        board.switchboard.change(Subject.topic("credit"), Mode.OPEN, 1, "dora", "It was good in the shadow");

        assertThat(board.tries(INQUIRIES.getFirst(), "refund", 0.1).automation())
                .isEqualTo(Word.SHUT);
        assertThat(INQUIRIES.stream()
                        .filter(id -> board.isAnswered(id, "credit"))
                        .count())
                .isBetween(430L, 570L);

        board.switchboard.change(Subject.model("m1"), Mode.SHADOW, 0, "dora", "Look at it first");

        assertThat(INQUIRIES).noneMatch(id -> board.isAnswered(id, "credit"));
    }

    /** Topics that were watched together with everything open with it; a topic that is new then is watched for itself. */
    @Test
    void whatIsNewAfterTheOpeningBeginsSilently() {
        var silent = new Board(Start.SHADOW, true);
        silent.isAnswered(InquiryId.next(), "refund");
        silent.switchboard.change(Subject.EVERYTHING, Mode.OPEN, 1, "dora", "300 were right");

        assertThat(silent.isAnswered(InquiryId.next(), "refund")).isTrue();
        assertThat(silent.tries(InquiryId.next(), "a new topic", 0.1).automation())
                .isEqualTo(Word.SHADOW);
        assertThat(silent.switchboard
                        .of(InquiryId.next(), "refund", "another model")
                        .automation())
                .isEqualTo(Word.SHADOW);
    }

    @Test
    void whoOpensSaysWhyAndItIsKept() {
        board.switchboard.change(Subject.topic("refund"), Mode.SHUT, 0, "dora", "  Half of them are wrong ");

        assertThat(board.standings.history(10)).singleElement().satisfies(change -> {
            assertThat(change.from().mode()).isEqualTo(Mode.OPEN);
            assertThat(change.to().mode()).isEqualTo(Mode.SHUT);
            assertThat(change.to().by()).isEqualTo("dora");
            assertThat(change.to().reason()).isEqualTo("Half of them are wrong");
        });
        assertThat(board.published).singleElement().isInstanceOfSatisfying(AutomationChanged.class, changed -> {
            assertThat(changed.topic()).isEqualTo("refund");
            assertThat(changed.to()).isEqualTo("SHUT");
        });
    }

    @Test
    void theSameAgainChangesNothing() {
        board.switchboard.change(Subject.topic("refund"), Mode.SHUT, 0, "dora", "Half of them are wrong");
        board.switchboard.change(Subject.topic("refund"), Mode.SHUT, 0, "anna", "Me too");

        assertThat(board.standings.history(10)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void withoutAReasonNothingChanges(String reason) {
        assertThatThrownBy(() -> board.switchboard.change(Subject.EVERYTHING, Mode.SHUT, 0, "dora", reason))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Say why");
        assertThat(board.standings.history(10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 7, Double.NaN})
    void aShareThatIsNoneIsRefused(double share) {
        assertThatThrownBy(() -> release(share)).hasMessageContaining("%");
    }

    private void release(double share) {
        board.switchboard.change(Subject.EVERYTHING, Mode.RELEASED, share, "dora", "Step by step");
    }
}
