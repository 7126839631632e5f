package org.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tandem.desk.pool.Level;
import org.tandem.desk.pool.Profile;
import org.tandem.desk.pool.Roster;

class QueuesTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

    private final Tasks tasks = mock();
    private final Roster roster = mock();
    private final Queues queues = new Queues(tasks, new Recently(NOON), roster, NOON);

    @Test
    void whoHasSeveralSkillsIsSharedOutByWhatIsOpenSoThatNobodyCountsTwice() {
        when(tasks.open()).thenReturn(Stream.of(List.of(in("care"), in("care"), in("care"), in("general"))));
        when(roster.all())
                .thenReturn(List.of(
                        member("anna", true, Set.of(), "care", "general", "payments"),
                        member("bo", true, Set.of(1L), "care"),
                        member("carl", false, Set.of(), "care", "general")));

        assertThat(people())
                .containsOnly(
                        Map.entry("care", new Queue.People(1, 1, 0, 1.75)),
                        Map.entry("general", new Queue.People(1, 0, 0, 0.25)));
    }

    private Map<String, Queue.People> people() {
        return queues.now().stream().collect(Collectors.toMap(Queue::name, Queue::people));
    }

    private static Roster.Member member(String agent, boolean available, Set<Long> tasks, String... skills) {
        var profile = new Profile(agent, Level.values()[0], Set.of(skills), 1, ZoneOffset.UTC);
        return new Roster.Member(profile, available, false, tasks, null);
    }

    private static Task in(String queue) {
        return new Task(
                1,
                "Answer the customer",
                "Resolve by a person",
                1,
                Task.Status.OPEN,
                null,
                List.of(queue),
                List.of(),
                50,
                NOON.instant(),
                null,
                null,
                Task.Subject.UNKNOWN);
    }
}
