package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.instance.AdHocSubProcess;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.Transaction;
import java.util.Locale;

/** The names of BPMN elements in the Camunda API. */
final class ElementTypes {

    private ElementTypes() {}

    static String of(FlowNode node) {
        if (node instanceof SubProcess sub
                && sub.triggeredByEvent()
                && !(node instanceof Transaction)
                && !(node instanceof AdHocSubProcess)) {
            return "EVENT_SUB_PROCESS";
        }
        return node.getElementType()
                .getTypeName()
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }
}
