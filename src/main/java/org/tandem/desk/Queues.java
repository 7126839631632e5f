package org.tandem.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tandem.desk.pool.Availability;
import org.tandem.desk.pool.Profile;
import org.tandem.desk.pool.Profiles;

/** How the queues stand, for team leads. A task that is offered to two groups counts in both. */
@Service
public class Queues {

    private static final String NONE = "no queue";

    private final Tasks tasks;
    private final Recently recently;
    private final Profiles profiles;
    private final Availability availability;
    private final Clock clock;

    Queues(Tasks tasks, Recently recently, Profiles profiles, Availability availability, Clock clock) {
        this.tasks = tasks;
        this.recently = recently;
        this.profiles = profiles;
        this.availability = availability;
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
                .map(queue -> new Queue(queue.getKey(), queue.getValue(), in(queue.getKey(), people), now))
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

    private static @Nullable Integer in(String queue, Map<String, Integer> people) {
        return people.isEmpty() ? null : people.getOrDefault(queue, 0);
    }

    /** How many people are available, by skill; skills and queues go by the same names. */
    private Map<String, Integer> available() {
        var there = availability.available();
        var bySkill = new HashMap<String, Integer>();
        for (Profile profile : profiles.all()) {
            for (var skill : profile.crafts()) {
                bySkill.merge(skill, there.contains(profile.agent()) ? 1 : 0, Integer::sum);
            }
        }
        return bySkill;
    }
}
