package org.tandem.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
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
        var people = available(queue -> byQueue.getOrDefault(queue, List.of()).size());
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
    private Map<String, People> available(ToIntFunction<String> open) {
        var bySkill = new HashMap<String, People>();
        for (var member : roster.all()) {
            var skills = member.profile().crafts();
            var all = skills.stream().mapToInt(open).sum();
            skills.forEach(skill -> bySkill.merge(
                    skill, one(member, all == 0 ? 0 : (double) open.applyAsInt(skill) / all), People::and));
        }
        return bySkill;
    }

    private static People one(Roster.Member member, double share) {
        if (!member.available()) {
            return People.NOBODY;
        }
        if (member.silent()) {
            return new People(0, 0, 1, 0);
        }
        return member.hasRoom() ? new People(1, 0, 0, share) : new People(0, 1, 0, share);
    }
}
