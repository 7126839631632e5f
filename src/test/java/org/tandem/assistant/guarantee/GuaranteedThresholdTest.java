package org.tandem.assistant.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuaranteedThresholdTest {

    @Test
    void opensForAllWhenEnoughExamplesAreRight() {
        var threshold = GuaranteedThreshold.of(inside(149, 0), 0.02, 0.95);

        assertThat(threshold).isEqualTo(new GuaranteedThreshold.Open(risk(148)));
    }

    @Test
    void saysHowManyMoreExamplesItNeeds() {
        var threshold = GuaranteedThreshold.of(inside(148, 0), 0.02, 0.95);

        assertThat(threshold)
                .isEqualTo(new GuaranteedThreshold.Shut(
                        "148 labelled inquiries are too few for a tolerance of 2 %, at least 1 more are needed"));
    }

    @Test
    void saysThatItNeedsExamplesWhenThereAreNone() {
        var threshold = GuaranteedThreshold.of(inside(0, 0), 0.02, 0.95);

        assertThat(threshold)
                .isEqualTo(new GuaranteedThreshold.Shut(
                        "0 labelled inquiries are too few for a tolerance of 2 %, at least 149 more are needed"));
    }

    @Test
    void staysShutWhenEvenTheSurestAreOftenWrong() {
        var cases = IntStream.range(0, 1_000)
                .mapToObj(i -> new Calibration.Case(risk(i), i % 10 > 0, "topic"))
                .toList();

        var threshold = GuaranteedThreshold.of(new Calibration(cases, List.of(), 0), 0.02, 0.95);

        assertThat(threshold)
                .isEqualTo(new GuaranteedThreshold.Shut(
                        "the risk of the 250 surest of 1000 labelled inquiries cannot be shown to stay under 2 %,"
                                + " 25 of them are wrong: it takes better examples and not only more"));
    }

    @Test
    void saysHowManyMoreItTakesWhenTheExamplesAreGoodButTooFew() {
        var cases = IntStream.range(0, 400)
                .mapToObj(i -> new Calibration.Case(risk(i), i % 100 != 50, "topic"))
                .toList();

        var threshold = GuaranteedThreshold.of(new Calibration(cases, List.of(), 0), 0.02, 0.95);

        assertThat(threshold)
                .isInstanceOfSatisfying(
                        GuaranteedThreshold.Shut.class,
                        shut -> assertThat(shut.why())
                                .matches(
                                        "the risk of the \\d+ surest of 400 labelled .* about \\d+ more are needed if it stays as good"));
    }

    @Test
    void stopsBeforeTheErrors() {
        var threshold = GuaranteedThreshold.of(inside(1_000, 500), 0.02, 0.95);

        assertThat(threshold.admits(risk(990))).isTrue();
        assertThat(threshold.admits(risk(1_040))).isFalse();
    }

    @Test
    void isNotOpenedByExamplesAfterAFailure() {
        var cases = IntStream.range(0, 10_000)
                .mapToObj(i -> new Calibration.Case(risk(i), i < 3_000 || i > 3_400, "topic"))
                .toList();

        var threshold = GuaranteedThreshold.of(new Calibration(cases, List.of(), 0), 0.02, 0.95);

        assertThat(threshold.admits(risk(2_999))).isTrue();
        assertThat(threshold.admits(risk(3_400))).isFalse();
        assertThat(threshold.admits(risk(9_999))).isFalse();
    }

    @Test
    void treatsEqualScoresAlike() {
        var cases = IntStream.range(0, 1_000)
                .mapToObj(i -> new Calibration.Case(i < 300 ? 0.1 : 0.2, i < 300, "topic"))
                .toList();

        var threshold = GuaranteedThreshold.of(new Calibration(cases, List.of(), 0), 0.02, 0.95);

        assertThat(threshold).isEqualTo(new GuaranteedThreshold.Open(0.1));
    }

    @Test
    void answersToTextsOutsideCountWithTheirShareOfTheTraffic() {
        var inside = inside(5_000, 0).inside();
        var outside = IntStream.range(0, 1_000)
                .mapToObj(i -> new Calibration.Case(risk(2_000 + 5 * i), false, "topic"))
                .toList();

        var few = GuaranteedThreshold.of(new Calibration(inside, outside, 0.01), 0.02, 0.95);
        var many = GuaranteedThreshold.of(new Calibration(inside, outside, 0.3), 0.02, 0.95);

        assertThat(few.admits(risk(4_000))).isTrue();
        assertThat(many.admits(risk(1_900))).isTrue();
        assertThat(many.admits(risk(4_000))).isFalse();
    }

    /** So it was at CLINC150, with 110 examples of each intent. */
    @Test
    void oneTextOutsideAmongTheSurestDoesNotShutTheGate() {
        var inside = IntStream.range(0, 16_000)
                .mapToObj(i -> new Calibration.Case(risk(i), i % 500 != 0 && i < 14_000, "topic"))
                .toList();
        var outside = IntStream.range(0, 100)
                .mapToObj(i -> new Calibration.Case(i == 0 ? risk(4_000) : risk(20_000), false, "topic"))
                .toList();

        var threshold = GuaranteedThreshold.of(new Calibration(inside, outside, 0.15), 0.02, 0.95);

        assertThat(threshold.admits(risk(13_000))).isTrue();
        assertThat(threshold.admits(risk(15_000))).isFalse();
    }

    @Test
    void fewTextsOutsideProveLittle() {
        var outside = List.of(new Calibration.Case(1, false, "topic"));

        var threshold = GuaranteedThreshold.of(new Calibration(inside(5_000, 0).inside(), outside, 0.15), 0.02, 0.95);

        assertThat(threshold)
                .isEqualTo(new GuaranteedThreshold.Shut(
                        "1 out-of-scope examples are too few to show that the risk stays under 2 %"));
    }

    @Test
    void saysWhenTheOutOfScopeExamplesAreWhatKeepsItShut() {
        var outside = IntStream.range(0, 300)
                .mapToObj(i -> new Calibration.Case(i < 30 ? 0 : 1, false, "topic"))
                .toList();

        var threshold = GuaranteedThreshold.of(new Calibration(inside(2_000, 0).inside(), outside, 0.15), 0.02, 0.95);

        assertThat(threshold)
                .isInstanceOfSatisfying(
                        GuaranteedThreshold.Shut.class,
                        shut -> assertThat(shut.why())
                                .endsWith(
                                        "cannot be shown to stay under 2 %, for of 300 out-of-scope examples 30 seem as sure"));
    }

    private static Calibration inside(int right, int wrong) {
        return new Calibration(
                IntStream.range(0, right + wrong)
                        .mapToObj(i -> new Calibration.Case(risk(i), i < right, "topic"))
                        .toList(),
                List.of(),
                0);
    }

    private static double risk(int rank) {
        return rank / 100_000.0;
    }
}
