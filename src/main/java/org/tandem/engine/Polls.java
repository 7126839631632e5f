package org.tandem.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The workers that wait, by the type of jobs, first come first served. */
final class Polls {

    private final Map<String, Deque<Poll>> waiting = new HashMap<>();

    void add(Poll poll) {
        waiting.computeIfAbsent(poll.request().type(), type -> new ArrayDeque<>())
                .add(poll);
    }

    boolean remove(Poll poll) {
        var polls = waiting.get(poll.request().type());
        var removed = polls != null && polls.remove(poll);
        if (polls != null && polls.isEmpty()) {
            waiting.remove(poll.request().type());
        }
        return removed;
    }

    /** Takes the next one out of the queue; those who hung up are forgotten. */
    @Nullable
    Poll next(String type) {
        var polls = waiting.get(type);
        while (polls != null && !polls.isEmpty()) {
            var poll = polls.remove();
            if (polls.isEmpty()) {
                waiting.remove(type);
            }
            if (!poll.isGone()) {
                return poll;
            }
        }
        return null;
    }

    List<Poll> takeAll() {
        var all = waiting.values().stream().flatMap(Deque::stream).toList();
        waiting.clear();
        return all;
    }
}
