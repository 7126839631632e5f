package org.tandem.desk;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tandem.desk.Task.Status;

/** The tasks of people who do not work here any more: others can claim them. What was typed for them stays a draft of whoever typed it. */
@Component
public class LeftTasks {

    private static final Logger LOG = LoggerFactory.getLogger(LeftTasks.class);

    private final Tasks tasks;
    private final Recently recently;

    LeftTasks(Tasks tasks, Recently recently) {
        this.tasks = tasks;
        this.recently = recently;
    }

    /** Repeating it changes nothing; a search that follows the engine may need it. */
    public void giveBack(Set<String> people) {
        if (people.isEmpty()) {
            return;
        }
        tasks.heldBy(people).stream()
                .filter(task -> !isWithSomebodyElse(recently.applyTo(task), people))
                .forEach(this::giveBack);
    }

    /** What was just claimed here is not known to the search yet. */
    private static boolean isWithSomebodyElse(Task now, Set<String> people) {
        return !now.isOpen() || now.assignee() != null && !people.contains(now.assignee());
    }

    private void giveBack(Task task) {
        if (tasks.release(task.key()) == Tasks.Verdict.DONE) {
            recently.became(task.key(), Status.OPEN, null);
            LOG.info(
                    "Task {} of {}, who does not work at the desk any more, can be claimed",
                    task.key(),
                    task.assignee());
        }
    }
}
