package org.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandem.desk.Tasks.Verdict;
import org.tandem.staff.Workforce;

/** What leads did with tasks is kept once for each decision. */
class SteeringTest {

    private final Map<UUID, SteeringRecord> kept = new HashMap<>();
    private final Tasks tasks = mock();
    private final Steering steering =
            new Steering(tasks, new Recently(Clock.systemUTC()), mock(Workforce.class), records(), Clock.systemUTC());

    @Test
    void aJobThatRunsAgainLeavesNoSecondRecord() {
        when(tasks.prioritise(anyLong(), anyInt())).thenReturn(Verdict.DONE);
        when(tasks.give(anyLong(), any())).thenReturn(Verdict.DONE);
        var decision = new SteeredBy("ben", "job:7");

        for (int run = 0; run < 3; run++) {
            steering.prioritise(decision, 1, 100);
            steering.give(decision, 1, "amira");
        }

        assertThat(kept).hasSize(2);
    }

    @Test
    void whoeverDecidesTheSameTwiceIsRecordedTwice() {
        when(tasks.prioritise(anyLong(), anyInt())).thenReturn(Verdict.DONE);

        steering.prioritise(SteeredBy.now("ben"), 1, 100);
        steering.prioritise(SteeredBy.now("ben"), 1, 100);

        assertThat(kept).hasSize(2);
    }

    @Test
    void whatWasNotDoneIsNotRecorded() {
        when(tasks.prioritise(anyLong(), anyInt())).thenReturn(Verdict.OVER);

        steering.prioritise(SteeredBy.now("ben"), 1, 100);

        assertThat(kept).isEmpty();
    }

    private SteeringRecords records() {
        return new SteeringRecords() {
            @Override
            public boolean existsById(UUID id) {
                return kept.containsKey(id);
            }

            @Override
            public void save(SteeringRecord record) {
                kept.put(record.id(), record);
            }
        };
    }
}
