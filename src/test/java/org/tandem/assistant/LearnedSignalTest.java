package org.tandem.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tandem.assistant.classifier.Training.Unseen;

/** From which strength on a signal is heard is chosen on texts that the model did not know. */
class LearnedSignalTest {

    private static final List<String> LABELS = List.of(LearnedSignal.NO, LearnedSignal.YES);

    @Test
    void theLeastStrengthIsTakenThatKeepsFalseAlarmsWithinTheirBound() {
        var threshold = LearnedSignal.heardFrom(texts(1_000, 0.9, 0.8, 0.4, 0.39, 0.36, 0.35));

        assertThat(threshold).isGreaterThan(0.36).isLessThan(0.37);
    }

    @Test
    void aStrengthThatIsMostLikelyNoSignalIsNeverHeard() {
        assertThat(LearnedSignal.heardFrom(texts(1_000, 0.05))).isEqualTo(1.0 / 3);
        assertThat(LearnedSignal.heardFrom(texts(0))).isEqualTo(1.0 / 3);
    }

    @Test
    void aSignalThatIsHardToTellIsStillHeardJustBelowAHalf() {
        assertThat(LearnedSignal.heardFrom(texts(1_000, 0.9, 0.9, 0.8, 0.8, 0.7, 0.6)))
                .isEqualTo(0.45);
    }

    @Test
    void textsWithTheSignalDoNotCountAsFalseAlarms() {
        var loud = IntStream.range(0, 50).mapToObj(i -> new Unseen(LearnedSignal.YES, LABELS, new float[] {0, 1}));

        assertThat(LearnedSignal.heardFrom(
                        Stream.concat(loud, texts(1_000, 0.3).stream()).toList()))
                .isEqualTo(1.0 / 3);
    }

    /** Without the signal, and of these strengths; the rest have none. */
    private static List<Unseen> texts(int count, double... strengths) {
        return IntStream.range(0, count)
                .mapToDouble(i -> i < strengths.length ? strengths[i] : 0.01)
                .mapToObj(strength ->
                        new Unseen(LearnedSignal.NO, LABELS, new float[] {(float) (1 - strength), (float) strength}))
                .toList();
    }
}
