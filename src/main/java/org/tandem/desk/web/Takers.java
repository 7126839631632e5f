package org.tandem.desk.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.desk.Task;
import org.tandem.desk.pool.Roster;
import org.tandem.staff.Workforce;

/** To whom a lead can give a task, and what speaks against each of them. Nothing forbids it but that somebody must not have it. */
@Component
class Takers {

    private final Workforce workforce;
    private final Roster roster;

    Takers(Workforce workforce, Roster roster) {
        this.workforce = workforce;
        this.roster = roster;
    }

    /** @param against in words, empty if nothing does */
    record Taker(String name, String against) {}

    /** Those against whom nothing speaks come first. */
    List<Taker> of(Task task) {
        var members = roster.all().stream()
                .collect(Collectors.toMap(member -> member.profile().agent(), Function.identity()));
        var people = new ArrayList<>(workforce.people());
        members.keySet().stream()
                .filter(name -> !people.contains(name))
                .sorted()
                .forEach(people::add);
        var takers = people.stream()
                .map(name -> new Taker(name, against(task, name, members.get(name))))
                .collect(Collectors.partitioningBy(taker -> taker.against().isEmpty()));
        var all = new ArrayList<>(Objects.requireNonNull(takers.get(true)));
        all.addAll(Objects.requireNonNull(takers.get(false)));
        return all;
    }

    private static String against(Task task, String name, Roster.@Nullable Member member) {
        var against = new ArrayList<String>();
        if (task.subject().notFor().contains(name)) {
            against.add("must not have it");
        }
        if (task.isWith(name)) {
            against.add("has it");
        }
        if (member == null) {
            against.add("not in the pool, so it is not known what they can do");
        } else {
            Collection<String> needed =
                    Objects.requireNonNullElse(task.subject().skills(), List.<String>of());
            var lacking = needed.stream()
                    .filter(skill -> !member.profile().skills().contains(skill))
                    .sorted()
                    .toList();
            if (!lacking.isEmpty()) {
                against.add("lacks " + String.join(", ", lacking));
            }
            if (!member.available()) {
                against.add("away");
            } else if (member.silent()) {
                against.add("did not answer the last offers");
            }
            if (!member.hasRoom()) {
                against.add("has all the tasks they want");
            }
        }
        return String.join("; ", against);
    }
}
