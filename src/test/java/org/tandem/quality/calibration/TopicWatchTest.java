package org.tandem.quality.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.quality.Guardrail;

@Execution(ExecutionMode.CONCURRENT)
class TopicWatchTest {

    private static final int RUNS = 2_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.005, 0.01, 0.025, 0.05, 0.1})
    void aTopicThatIsAsWrongAsStatedIsSeldomShut(double stated) {
        assertThat(shareChanged(stated, stated, 2_500)).isLessThanOrEqualTo(Guardrail.ALLOWANCE);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.08, 230", "0.025, 0.15, 180", "0.025, 0.3, 45", "0.01, 0.9, 6", "0.05, 0.9, 8"})
    void aTopicThatTurnsBadIsShut(double stated, double wrong, int labels) {
        assertThat(shareChanged(stated, wrong, labels)).isGreaterThanOrEqualTo(0.95);
    }

    /** Of many topics, after a hundred labels in which it was as stated. */
    private static double shareChanged(double stated, double wrong, int labels) {
        return IntStream.range(0, RUNS)
                        .filter(seed -> {
                            var random = new Random(seed);
                            var watch = new TopicWatch();
                            IntStream.range(0, 100)
                                    .forEach(label -> watch.hasChanged(stated, random.nextDouble() < stated));
                            return IntStream.range(0, labels)
                                    .anyMatch(label -> watch.hasChanged(stated, random.nextDouble() < wrong));
                        })
                        .count()
                / (double) RUNS;
    }
}
