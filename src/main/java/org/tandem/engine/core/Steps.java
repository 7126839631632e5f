package org.tandem.engine.core;

import java.util.ArrayList;
import java.util.List;

/** What a command still has to do, in the order in which it came up; tokens move one step at a time. */
final class Steps {

    /** More than any process does before it waits: the model goes round in circles. */
    private static final int TOO_MANY = 100_000;

    private final List<Runnable> waiting = new ArrayList<>();
    private int next;

    void add(Runnable step) {
        waiting.add(step);
    }

    int mark() {
        return waiting.size();
    }

    /** Forgets what came up since the mark. */
    void rollbackTo(int mark) {
        while (waiting.size() > mark) {
            waiting.removeLast();
        }
    }

    boolean runAll() {
        var ran = next < waiting.size();
        while (next < waiting.size()) {
            if (next > TOO_MANY) {
                throw Rejection.invalidState(
                        "The process took more than %d steps without waiting for anything: it goes round in circles",
                        TOO_MANY);
            }
            waiting.get(next++).run();
        }
        return ran;
    }

    void clear() {
        waiting.clear();
        next = 0;
    }
}
