package org.tandem.quality.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.quality.calibration.Steps.Outcome;

class StepsTest {

    private static final Steps STEPS = new Steps(0.05, 0.95);

    @ParameterizedTest
    @CsvSource({
        "false,    0,   0, 0.05, 1",
        " true,    0,   0, 0.2,  1",
        " true, 2000,  50, 0.2,  1",
        " true, 2000,  60, 0.05, 1",
        " true, 2000,  90, 0.05, 0.5",
        " true,   20,   2, 0.2,  1"
    })
    void onceOpenItMayBeBolderUntilAuditsSayOtherwise(
            boolean isOpen, long answers, double wrong, double allowance, double strictness) {
        var outcome = new Outcome(answers, wrong);

        assertThat(STEPS.allowance(isOpen, outcome)).isCloseTo(allowance, within(1e-9));
        assertThat(STEPS.strictness(outcome)).isEqualTo(strictness);
    }

    /** The rehearsal has a gate for one tolerance, the assistant at work a ladder of them. */
    @ParameterizedTest
    @CsvSource({"false, 0, 0", "true, 2000, 40", "true, 2000, 90"})
    void theRehearsalAndTheAssistantAtWorkDecideAlikeOnOneStream(boolean isOpen, long answers, double wrong) {
        var stream = stream(3_000, new Random(7));
        var labelled = stream.subList(0, 1_500);
        var outcome = new Outcome(answers, wrong);
        double allowance = STEPS.allowance(isOpen, outcome);

        var gate = new Calibrator(STEPS.strictness(outcome) * STEPS.tolerance())
                .gate(labelled, allowance)
                .orElseThrow();
        var ladder = Ladder.of(labelled, allowance, STEPS.strictness(outcome));

        assertThat(stream.subList(1_500, 3_000))
                .allSatisfy(one -> assertThat(ladder.guaranteedRisk(one.figures()) <= STEPS.tolerance())
                        .isEqualTo(gate.risk(one.figures()) <= gate.threshold()));
        assertThat(stream)
                .anySatisfy(
                        one -> assertThat(ladder.guaranteedRisk(one.figures())).isLessThanOrEqualTo(STEPS.tolerance()));
    }

    @Test
    void aBolderStepAnswersMore() {
        var labelled = stream(600, new Random(3));

        assertThat(Ladder.of(labelled, 0.2, 1).smallest())
                .isLessThan(Ladder.of(labelled, 0.05, 0.5).smallest());
    }

    /** Calibrations that are in use stay so when there are more figures. */
    @Test
    void aCalibrationLooksAtTheFiguresThatItKnows() {
        var ladder = Ladder.of(stream(600, new Random(3)), 0.05, 1);

        assertThat(ladder.guaranteedRisk(new double[] {-6, 0.4, 0, 0}))
                .isEqualTo(ladder.guaranteedRisk(new double[] {-6}));
        assertThat(ladder.risk(new double[] {-6, 0.4, 0, 0})).isEqualTo(ladder.risk(new double[] {-6}));
    }

    @Test
    void whatTheToleranceAdmitsIsUpToItsThreshold() {
        var ladder = Ladder.of(stream(3_000, new Random(3)), 0.05, 1);

        assertThat(stream(500, new Random(4)))
                .allSatisfy(one -> assertThat(ladder.risk(one.figures()) <= ladder.threshold(0.05))
                        .isEqualTo(ladder.guaranteedRisk(one.figures()) <= 0.05));
        assertThat(ladder.threshold(0.05)).isBetween(0.0, 1.0);
        assertThat(ladder.threshold(1e-9)).isNegative();
    }

    private static List<LabelledCase> stream(int cases, Random random) {
        return IntStream.range(0, cases)
                .mapToObj(i -> {
                    double risk = Math.pow(random.nextDouble(), 3);
                    return new LabelledCase(
                            new double[] {Math.log((risk + 1e-4) / (1 - risk + 1e-4))},
                            random.nextDouble() >= risk,
                            random.nextInt(4) == 0 ? 3 : 1);
                })
                .toList();
    }
}
