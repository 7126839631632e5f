package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeVersionTag;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;

/** Reads the executable processes of a BPMN file with the engine's own model library. */
final class BpmnReader {

    private static final Pattern WHERE = Pattern.compile("Line=(?<line>\\d+): (?<what>.*)", Pattern.DOTALL);

    private final Reader reader;
    private final BehaviourReader behaviours;

    BpmnReader(Reader reader) {
        this.reader = reader;
        this.behaviours = new BehaviourReader(reader);
    }

    List<ProcessModel> read(byte[] content) {
        return parse(content).stream()
                .flatMap(model -> processes(model).stream())
                .toList();
    }

    List<ProcessModel> processes(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .filter(this::hasId)
                .map(this::process)
                .toList();
    }

    Optional<BpmnModelInstance> parse(byte[] content) {
        try {
            return Optional.of(Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
        } catch (ModelException e) {
            var text = String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
            var where = WHERE.matcher(text);
            var message = where.find()
                    ? "line %s: %s".formatted(where.group("line"), XmlText.plain(where.group("what")))
                    : XmlText.plain(text);
            reader.problem(
                    null,
                    "",
                    "not readable as BPMN, " + message,
                    "Open it in Camunda Modeler and save it again, or take the last version that worked");
            return Optional.empty();
        }
    }

    private boolean hasId(Process process) {
        if (process.getId() == null) {
            reader.problem(null, "", "a process has no id", "Give the process an id");
        }
        return process.getId() != null;
    }

    private ProcessModel process(Process process) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        collect(process.getFlowElements(), null, nodes);
        var tag = process.getSingleExtensionElement(ZeebeVersionTag.class);
        return new ProcessModel(
                reader.file(),
                process.getId(),
                Objects.requireNonNullElse(process.getName(), ""),
                tag == null ? null : tag.getValue(),
                nodes);
    }

    private void collect(Collection<FlowElement> elements, @Nullable String parent, Map<String, Node> nodes) {
        var named = elements.stream().filter(this::hasId).toList();
        var here = named.stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowElement::getId)
                .collect(Collectors.toSet());
        var flows = named.stream()
                .filter(SequenceFlow.class::isInstance)
                .map(SequenceFlow.class::cast)
                .filter(flow -> staysIn(here, flow))
                .toList();
        for (var element : named) {
            if (element instanceof BoundaryEvent event && !here.contains(event.getAttributeValue("attachedToRef"))) {
                reader.problem(
                        event,
                        "it is attached to nothing beside it",
                        "Attach it to a task, a sub-process or a call activity");
            }
            if (element instanceof FlowNode node) {
                nodes.put(node.getId(), node(node, parent, flows));
            }
            if (element instanceof SubProcess sub) {
                collect(sub.getFlowElements(), sub.getId(), nodes);
            }
        }
    }

    private boolean hasId(FlowElement element) {
        if (element.getId() == null) {
            reader.problem(
                    element,
                    "an element (%s) has no id"
                            .formatted(element.getElementType().getTypeName()),
                    "Give it an id");
        }
        return element.getId() != null;
    }

    private boolean staysIn(Set<String> here, SequenceFlow flow) {
        var stays = here.contains(flow.getAttributeValue("sourceRef"))
                && here.contains(flow.getAttributeValue("targetRef"));
        if (!stays) {
            reader.problem(
                    flow,
                    "it does not lead from one element to another of the same process or sub-process",
                    "Draw the flow again");
        }
        return stays;
    }

    /** Like the engine it goes by the flows themselves, in their order in the file, and not by what nodes say of them. */
    private Node node(FlowNode node, @Nullable String parent, List<SequenceFlow> flows) {
        var details = new DetailsReader(reader, node);
        return new Node(
                node.getId(),
                Objects.requireNonNullElse(node.getName(), "").replaceAll("\\s+", " "),
                ElementTypes.of(node),
                parent,
                behaviour(node),
                details.repetition(),
                details.inputs(),
                details.outputs(),
                flows.stream()
                        .filter(flow -> isAt(flow, "sourceRef", node))
                        .map(this::flow)
                        .toList(),
                (int) flows.stream()
                        .filter(flow -> isAt(flow, "targetRef", node))
                        .count(),
                details.listeners(),
                details.headers());
    }

    private Behaviour behaviour(FlowNode node) {
        try {
            return behaviours.of(node);
        } catch (ClassCastException otherKind) {
            reader.problem(
                    node,
                    "it refers to an element of another kind than it needs",
                    "Choose its message, error, signal, escalation or default flow again");
            return new Behaviour.Unknown("a reference to an element of another kind");
        }
    }

    private static boolean isAt(SequenceFlow flow, String end, FlowNode node) {
        return node.getId().equals(flow.getAttributeValue(end));
    }

    private Node.Flow flow(SequenceFlow flow) {
        var name = Objects.requireNonNullElse(flow.getName(), "");
        var condition = flow.getConditionExpression();
        if (condition != null && condition.getTextContent().isBlank()) {
            reader.problem(flow, "its condition is empty", "Write the condition, or remove it");
        }
        return new Node.Flow(
                flow.getId(),
                name,
                flow.getAttributeValue("targetRef"),
                condition == null ? null : reader.attribute(condition.getTextContent(), flow.getId(), name));
    }
}
