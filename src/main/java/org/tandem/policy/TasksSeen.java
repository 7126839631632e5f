package org.tandem.policy;

import java.util.List;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.ProcessModel;

/** A task for people that is for nobody in particular is in no list: whoever waits for it waits in vain. */
final class TasksSeen {

    private TasksSeen() {}

    static List<Violation> violations(Library library) {
        return library.processes().values().stream().flatMap(TasksSeen::unseen).toList();
    }

    private static Stream<Violation> unseen(ProcessModel process) {
        return process.nodes().values().stream()
                .filter(node -> node.behaviour() instanceof Behaviour.UserTask task
                        && task.assignment().isForNobody())
                .map(node -> Violation.at(
                        process.file(),
                        node,
                        Rule.PERSON_REACHABLE,
                        "nobody is offered this task, because it has no candidate groups, no candidate users and no assignee",
                        "Give it candidate groups, such as =[routing.queue]"));
    }
}
