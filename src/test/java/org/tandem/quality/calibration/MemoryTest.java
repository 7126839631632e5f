package org.tandem.quality.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final float[] EAST = {1, 0, 0, 0};
    private static final float[] NORTH = {0, 1, 0, 0};
    private static final float[] NORTH_EAST = {0.8f, 0.6f, 0, 0};

    private final Memory memory = new Memory();

    @Test
    void theNearestOfTheTopicOfOthersAndOfNoneAreToldBehindTheFigures() {
        assertThat(memory.beside(new double[] {5, 6}, EAST, "card")).containsExactly(5, 6, 0, 0, 0);

        memory.keep(EAST, "card");
        memory.keep(NORTH_EAST, "refund");
        memory.keep(NORTH, "");

        assertThat(memory.beside(new double[] {5, 6}, EAST, "card"))
                .containsExactly(new double[] {5, 6, 0.4, 0.2, 0}, within(1e-6));
        assertThat(memory.beside(new double[0], NORTH_EAST, "card"))
                .containsExactly(new double[] {0.2, 0.4, 0}, within(1e-6));
        assertThat(memory.beside(new double[0], NORTH, "other"))
                .containsExactly(new double[] {0, 0, 0.4}, within(1e-6));
    }

    @Test
    void whatWasLabelledBetweenTwoQuestionsAboutTheSameInquiryCounts() {
        memory.keep(NORTH, "card");
        assertThat(memory.beside(new double[0], EAST, "card")[0]).isZero();

        memory.keep(EAST, "card");

        assertThat(memory.beside(new double[0], EAST, "card")[0]).isPositive();
    }

    @Test
    void theOldestIsForgotten() {
        memory.keep(EAST, "card");
        for (int i = 0; i < Memory.MOST; i++) {
            assertThat(memory.beside(new double[0], EAST, "card")[0]).isPositive();
            memory.keep(NORTH, "refund");
        }

        assertThat(memory.beside(new double[0], EAST, "card")[0]).isZero();
    }
}
