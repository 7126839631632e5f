package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLinkedResources;
import java.util.stream.Stream;

/** What the readers of elements pass over, although it would have to do something: it is refused, not ignored. */
final class Overlooked {

    private static final String LOOP = "standardLoopCharacteristics";

    private Overlooked() {}

    record Finding(String elementId, String what) {}

    static Stream<Finding> in(BpmnModelInstance model) {
        var listeners = model.getModelElementsByType(Process.class).stream()
                .filter(process -> process.getSingleExtensionElement(ZeebeExecutionListeners.class) != null)
                .map(process -> new Finding(process.getId(), "it has listeners"));
        var loops =
                loops(model).map(activity -> new Finding(activity.getId(), "it is a loop that is no multi-instance"));
        var starting = model.getModelElementsByType(ReceiveTask.class).stream()
                .filter(ReceiveTask::instantiate)
                .map(task -> new Finding(task.getId(), "it is a receive task that starts a process"));
        var linked = model.getModelElementsByType(Activity.class).stream()
                .filter(activity -> activity.getSingleExtensionElement(ZeebeLinkedResources.class) != null)
                .map(activity -> new Finding(activity.getId(), "it has linked resources"));
        return Stream.of(listeners, loops, starting, linked).flatMap(findings -> findings);
    }

    /** Which every engine passes over. */
    static Stream<Activity> loops(BpmnModelInstance model) {
        return model.getModelElementsByType(Activity.class).stream()
                .filter(activity -> !activity.getDomElement()
                        .getChildElementsByNameNs(BpmnModelConstants.BPMN20_NS, LOOP)
                        .isEmpty());
    }
}
