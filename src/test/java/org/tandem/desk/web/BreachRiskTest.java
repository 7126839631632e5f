package org.tandem.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.desk.Queue;
import org.tandem.desk.Task;

class BreachRiskTest {

    private static final Instant NOW = Instant.parse("2026-03-04T09:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 1 | 20 | 30 | 30 | High | At that pace 4 of the 6 that are still in time will be late.
            1 | 2 | 10 | 30 | 30 | Some | The next one is due in 30 min.
            0 | 0 | 10 | 30 | 30 | High | Nobody is there for it. 6 due within the hour.
            0 | 1 | 10 | 30 | 30 | High | At that pace 3 of the 6
            1 | 0 | 5  | 90 | 90 | Low  | 1 person is there, and one takes about 5 min: the 6 open need about 30 min.
            1 | 0 | 0  | 30 | 30 | Some | How long a case takes is not known yet
            """)
    void whatWillBeLateIsSaidWithItsReason(
            int withRoom, int full, int minutes, int firstDue, int lastDue, String word, String why) {
        var queue = queue(new Queue.People(withRoom, full, 3, withRoom + full), firstDue, lastDue);

        var risk = BreachRisk.of(queue, Optional.of(Duration.ofMinutes(minutes)).filter(Duration::isPositive));

        assertThat(risk.word()).isEqualTo(word);
        assertThat(risk.why()).contains(why);
    }

    @Test
    void whoHasOtherQueuesTooIsSlowerHere() {
        var queue = queue(new Queue.People(1, 0, 0, 0.5), 90, 90);

        var risk = BreachRisk.of(queue, Optional.of(Duration.ofMinutes(10)));

        assertThat(risk.word()).isEqualTo("High");
        assertThat(risk.why())
                .isEqualTo("1 person is there, worth 0.5 beside their other queues, and one takes about 10 min:"
                        + " the 6 open need about 2 h. At that pace 2 of the 6 that are still in time will be late.");
    }

    @Test
    void withoutSkillsNothingIsForetoldAndWhatIsLateIsSaidAllTheSame() {
        var risk = BreachRisk.of(queue(null, -10, 90), Optional.of(Duration.ofMinutes(10)));

        assertThat(risk.word()).isEqualTo("Promises are broken");
        assertThat(risk.why()).startsWith("1 is overdue. Nobody's skills for it are known");
    }

    private static Queue queue(Queue.@Nullable People people, int firstDue, int otherDue) {
        return new Queue(
                "care",
                IntStream.range(0, 6)
                        .mapToObj(key -> task(key, NOW.plus(Duration.ofMinutes(key == 0 ? firstDue : otherDue))))
                        .toList(),
                people,
                NOW);
    }

    private static Task task(long key, Instant due) {
        return new Task(
                key,
                "Answer the customer",
                "Resolve by a person",
                1,
                Task.Status.OPEN,
                null,
                List.of("care"),
                List.of(),
                50,
                NOW,
                due,
                null,
                Task.Subject.UNKNOWN);
    }
}
