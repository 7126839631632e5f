package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Extensions that an element has from an earlier life as another kind of element. Engines pass over them, people do not. */
final class LeftOver {

    private record Kind(String words, Set<String> elements) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry(
                    "taskDefinition",
                    new Kind(
                            "a job type",
                            Set.of(
                                    "serviceTask",
                                    "sendTask",
                                    "businessRuleTask",
                                    "scriptTask",
                                    "intermediateThrowEvent",
                                    "endEvent",
                                    "adHocSubProcess"))),
            Map.entry("calledDecision", new Kind("a decision", Set.of("businessRuleTask"))),
            Map.entry("script", new Kind("a script", Set.of("scriptTask"))),
            Map.entry("calledElement", new Kind("a process to call", Set.of("callActivity"))),
            Map.entry("userTask", new Kind("the mark of a user task", Set.of("userTask"))),
            Map.entry("formDefinition", new Kind("a form", Set.of("userTask"))),
            Map.entry("assignmentDefinition", new Kind("an assignment", Set.of("userTask"))),
            Map.entry("taskSchedule", new Kind("a due date", Set.of("userTask"))),
            Map.entry("priorityDefinition", new Kind("a priority", Set.of("userTask"))),
            Map.entry("taskListeners", new Kind("task listeners", Set.of("userTask"))));

    private LeftOver() {}

    static Stream<Problem> in(String file, BpmnModelInstance model) {
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(ModelLibrary::isExecuted)
                .flatMap(node -> in(file, node));
    }

    private static Stream<Problem> in(String file, FlowNode node) {
        if (node.getExtensionElements() == null) {
            return Stream.of();
        }
        var element = node.getElementType().getTypeName();
        return node.getExtensionElements().getDomElement().getChildElements().stream()
                .filter(extension -> BpmnModelConstants.ZEEBE_NS.equals(extension.getNamespaceURI()))
                .map(DomElement::getLocalName)
                .filter(name ->
                        KINDS.containsKey(name) && !KINDS.get(name).elements().contains(element))
                .distinct()
                .map(name -> new Problem(
                        file,
                        node.getId(),
                        Objects.requireNonNullElse(node.getName(), ""),
                        "it still has %s, which %s does not need"
                                .formatted(
                                        Objects.requireNonNull(KINDS.get(name)).words(), words(element)),
                        "Take zeebe:%s out of it in the XML view, or draw it anew, or make it again what it was"
                                .formatted(name)));
    }

    private static String words(String element) {
        var words = element.equals("userTask")
                ? "task for people"
                : element.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return (words.matches("[aeio].*") ? "an " : "a ") + words;
    }
}
