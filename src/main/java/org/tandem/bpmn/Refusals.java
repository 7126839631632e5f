package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Why an engine would not take a file, or not as it is meant; each element has its say once, the model library first. */
final class Refusals {

    private Refusals() {}

    static List<Problem> of(String file, BpmnModelInstance model, List<ProcessModel> processes) {
        var refusals = new ArrayList<Problem>();
        ModelLibrary.findings(model).stream()
                .map(finding -> PlainWords.of(file, finding))
                .filter(problem -> !refusals.contains(problem))
                .forEach(refusals::add);
        processes.stream()
                .flatMap(process -> Structure.problems(process).stream())
                .filter(problem -> refusals.stream()
                        .noneMatch(other -> Objects.equals(other.elementId(), problem.elementId())
                                || other.remedy().equals(problem.remedy())))
                .toList()
                .forEach(refusals::add);
        model.getModelElementsByType(UserTask.class).stream()
                .filter(task ->
                        ModelLibrary.isExecuted(task) && task.getSingleExtensionElement(ZeebeUserTask.class) == null)
                .map(task -> new Problem(
                        file,
                        task.getId(),
                        Objects.requireNonNullElse(task.getName(), ""),
                        "it is a task for people that nobody could claim, because it is not marked as a Camunda user"
                                + " task",
                        "Choose the implementation \"Camunda user task\""))
                .forEach(refusals::add);
        Overlooked.loops(model)
                .map(activity -> new Problem(
                        file,
                        activity.getId(),
                        Objects.requireNonNullElse(activity.getName(), ""),
                        "it is a loop that is no multi-instance, and engines do it only once",
                        "Draw the way back as a flow with a condition, or make it a multi-instance"))
                .forEach(refusals::add);
        return refusals;
    }
}
