package org.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandem.desk.Tasks.Verdict;
import org.tandem.staff.Workforce;

/** What leads did with tasks is kept once for each decision. */
class SteeringTest {

    private final Map<UUID, SteeringRecord> kept = new HashMap<>();
    private final Tasks tasks = mock();
    private final Workforce workforce = mock(CALLS_REAL_METHODS);
    private final Steering steering =
            new Steering(tasks, new Recently(Clock.systemUTC()), workforce, records(), Clock.systemUTC());

    @Test
    void aJobThatRunsAgainLeavesNoSecondRecord() {
        when(tasks.prioritise(anyLong(), anyInt())).thenReturn(Verdict.DONE);
        when(tasks.give(anyLong(), any())).thenReturn(Verdict.DONE);
        doReturn(List.of("amira")).when(workforce).people();
        var decision = new SteeredBy("ben", "job:7");

        for (int run = 0; run < 3; run++) {
            steering.prioritise(decision, 1, 100);
            steering.give(decision, 1, "amira");
        }

        assertThat(kept).hasSize(2);
    }

    @Test
    void aTaskIsGivenToNobodyWhoDoesNotExistAndTheNamesAreTold() {
        doReturn(List.of("amira", "ben")).when(workforce).people();

        var outcome = steering.give(SteeredBy.now("ben"), 1, "amria");

        assertThat(outcome)
                .isEqualTo(
                        new Outcome.TooLate(
                                "The name \"amria\" is nobody who works at the desk. There are: amira, ben. Nothing was changed."));
        verify(tasks, never()).give(anyLong(), any());
        assertThat(kept).isEmpty();
    }

    @Test
    void whereAccountsAreNotKnownOnlyWhoIsGoneIsRefused() {
        when(tasks.give(anyLong(), any())).thenReturn(Verdict.DONE);
        doReturn(List.of()).when(workforce).people();
        doReturn(true).when(workforce).isGone("dora");

        assertThat(steering.give(SteeredBy.now("ben"), 1, "dora")).isInstanceOf(Outcome.TooLate.class);
        assertThat(steering.give(SteeredBy.now("ben"), 1, "somebody")).isEqualTo(new Outcome.Done());
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
