package org.tandem.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.tandem.desk.Queue.People;
import org.tandem.desk.pool.Roster;

/** How the queues stand, for team leads. A task that is offered to two groups counts in both. */
@Service
public class Queues {

    private static final String NONE = "no queue";

    private final Tasks tasks;
    private final Recently recently;
    private final Roster roster;
    private final Clock clock;

    Queues(Tasks tasks, Recently recently, Roster roster, Clock clock) {
        this.tasks = tasks;
        this.recently = recently;
        this.roster = roster;
        this.clock = clock;
    }

    /** In the order of their risk: overdue first, then what is due soon, then what waits. Their tasks lack what they are about. */
    public List<Queue> now() {
        var now = clock.instant();
        var byQueue = new TreeMap<String, List<Task>>();
        tasks.open()
                .flatMap(List::stream)
                .map(recently::applyTo)
                .filter(Task::isOpen)
                .forEach(task -> (task.groups().isEmpty() ? List.of(NONE) : task.groups())
                        .forEach(queue -> byQueue.computeIfAbsent(queue, name -> new ArrayList<>())
                                .add(task)));
        var people = available();
        return byQueue.entrySet().stream()
                .map(queue -> new Queue(queue.getKey(), queue.getValue(), people.get(queue.getKey()), now))
                .sorted(Comparator.comparingLong(Queue::overdue)
                        .thenComparingLong(Queue::dueSoon)
                        .thenComparingLong(Queue::waiting)
                        .reversed())
                .toList();
    }

    /** The same tasks with what they are about. */
    public List<Task> withSubjects(List<Task> some) {
        return tasks.withSubjects(some);
    }

    /** By skill, also where nobody is there who has it; skills and queues go by the same names. */
    private Map<String, People> available() {
        var bySkill = new HashMap<String, People>();
        for (var member : roster.all()) {
            var one = !member.available()
                    ? People.NOBODY
                    : member.silent()
                            ? new People(0, 0, 1)
                            : member.hasRoom() ? new People(1, 0, 0) : new People(0, 1, 0);
            member.profile().crafts().forEach(skill -> bySkill.merge(skill, one, People::and));
        }
        return bySkill;
    }
}
