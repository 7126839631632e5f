package org.tandem.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tandem.desk.Task.Status;
import org.tandem.staff.Workforce;

/** What team leads do with the tasks of others: give them to somebody and move them up or down. Who did it is recorded, once. */
@Service
public class Steering {

    private final Tasks tasks;
    private final Recently recently;
    private final Workforce workforce;
    private final SteeringRecords records;
    private final Clock clock;

    Steering(Tasks tasks, Recently recently, Workforce workforce, SteeringRecords records, Clock clock) {
        this.tasks = tasks;
        this.recently = recently;
        this.workforce = workforce;
        this.records = records;
        this.clock = clock;
    }

    /** Gives a task to somebody, whoever has it. */
    public Outcome give(SteeredBy by, long key, String agent) {
        var name = agent.strip();
        if (name.isEmpty() || name.length() > 200) {
            return new Outcome.TooLate("A name has 1 to 200 characters, but this one has %d. Nothing was changed."
                    .formatted(name.length()));
        }
        var flaw = workforce.flaw(name);
        if (flaw.isPresent()) {
            return new Outcome.TooLate(flaw.get() + " Nothing was changed.");
        }
        return switch (tasks.give(key, name)) {
            case DONE -> {
                recently.became(key, Status.OPEN, name);
                yield record(by, key, "given to", name);
            }
            case TAKEN, OVER -> Slower.over();
        };
    }

    /** @param priority from 0 to 100 */
    public Outcome prioritise(SteeredBy by, long key, int priority) {
        if (priority < 0 || priority > 100) {
            return new Outcome.TooLate(
                    "The priority %d is not from 0 to 100. Nothing was changed.".formatted(priority));
        }
        return switch (tasks.prioritise(key, priority)) {
            case DONE -> record(by, key, "priority", String.valueOf(priority));
            case TAKEN, OVER -> Slower.over();
        };
    }

    /** Makes a task due at another time. */
    public Outcome postpone(SteeredBy by, long key, Instant due) {
        return switch (tasks.postpone(key, due)) {
            case DONE -> record(by, key, "due", due.toString());
            case TAKEN, OVER -> Slower.over();
        };
    }

    /** The open task in which a person answers the case. */
    public Optional<Task> answering(String caseNumber) {
        return tasks.about(caseNumber).stream()
                .map(recently::applyTo)
                .filter(task -> task.isOpen() && task.isToAnswer())
                .findFirst();
    }

    private Outcome record(SteeredBy by, long key, String what, String value) {
        var record = new SteeringRecord(by, key, what, value, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!records.existsById(record.id())) {
            records.save(record);
        }
        return new Outcome.Done();
    }
}
