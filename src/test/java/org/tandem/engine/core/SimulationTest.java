package org.tandem.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.engine.store.Stores;

/** A thousand lives of an engine. One of them again, with its story: {@code Simulation SEED}. */
@Execution(ExecutionMode.CONCURRENT)
class SimulationTest {

    private static final int STEPS = 60;

    @Test
    void whateverHappensTheInvariantsHoldAndNothingIsLost() {
        LongStream.rangeClosed(1, 1_000).parallel().forEach(seed -> {
            try {
                new Simulation(seed).run(STEPS);
            } catch (RuntimeException | Error failure) {
                fail("Seed %d: %s".formatted(seed, failure.getMessage()), failure);
            }
        });
    }

    @Test
    void aDatabaseHoldsWhatIsInMemory() {
        LongStream.rangeClosed(1, 40).forEach(seed -> {
            try (var database = Stores.inMemory()) {
                var onDatabase = new Simulation(seed, database);
                var inMemory = new Simulation(seed);

                onDatabase.run(STEPS);
                inMemory.run(STEPS);

                assertThat(onDatabase.story()).as("seed %d", seed).isEqualTo(inMemory.story());
            }
        });
    }

    @Test
    void theSameSeedGivesTheSameLife() {
        LongStream.rangeClosed(1, 50).forEach(seed -> {
            var first = new Simulation(seed);
            var second = new Simulation(seed);

            first.run(STEPS);
            second.run(STEPS);

            assertThat(second.story()).as("seed %d", seed).isEqualTo(first.story());
            assertThat(second.dump()).as("seed %d", seed).isEqualTo(first.dump());
        });
    }
}
