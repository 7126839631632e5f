package org.tandem.desk;

import org.springframework.stereotype.Component;

/** What is said to somebody who was slower than somebody else. */
@Component
class Slower {

    private static final String DONE_ALREADY =
            "You have completed this task already, perhaps in another window. This time nothing was sent.";

    private final Tasks tasks;
    private final TaskCases cases;
    private final Recently recently;

    Slower(Tasks tasks, TaskCases cases, Recently recently) {
        this.tasks = tasks;
        this.cases = cases;
        this.recently = recently;
    }

    static Outcome.TooLate withdrawn() {
        return new Outcome.TooLate(
                "The customer withdrew the inquiry meanwhile, so there is nobody left to answer. Nothing was sent.");
    }

    static Outcome.TooLate over() {
        return new Outcome.TooLate("This task is over meanwhile. Nothing was changed.");
    }

    Outcome.TooLate taken(Task before) {
        var has = tasks.get(before.key()).map(Task::assignee).orElse(null);
        return new Outcome.TooLate(
                (has == null ? "Somebody else" : has) + " was faster and has this task now. Nothing was changed.");
    }

    Outcome.TooLate over(String who, Task before) {
        if (cases.isWithdrawn(before)) {
            return withdrawn();
        }
        var now = tasks.get(before.key()).map(recently::applyTo).orElse(before);
        return new Outcome.TooLate(
                switch (now.status()) {
                    case COMPLETED ->
                        now.isWith(who)
                                ? DONE_ALREADY
                                : (now.assignee() == null ? "Somebody" : now.assignee())
                                        + " was faster and completed this task. Nothing of yours was sent.";
                    case CANCELLED -> "The process does not need this task any more. Nothing was sent.";
                    case OPEN ->
                        "This task is over: somebody completed it, or the process does not need it any more."
                                + " Nothing of yours was sent.";
                });
    }
}
