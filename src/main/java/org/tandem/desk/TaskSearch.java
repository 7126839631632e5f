package org.tandem.desk;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks are wanted. What is null, empty or 0 does not matter.
 *
 * @param offeredTo somebody who may take them as a person, whatever their groups
 * @param groups any of these
 * @param free only tasks that nobody has
 * @param dueBefore due until then
 * @param topic the id of a topic or a part of it, {@code *} for anything
 * @param number a case number or a part of it, {@code *} for anything
 * @param page from 0
 */
public record TaskSearch(
        @Nullable String assignee,
        @Nullable String offeredTo,
        Set<String> groups,
        boolean free,
        @Nullable Instant dueBefore,
        int atLeastPriority,
        @Nullable String topic,
        @Nullable String number,
        Order order,
        int page) {

    public static final int PAGE_SIZE = 25;

    public TaskSearch {
        groups = Set.copyOf(groups);
    }

    /** What comes first. */
    public enum Order {
        DUE,
        PRIORITY
    }

    public int from() {
        return page * PAGE_SIZE;
    }
}
