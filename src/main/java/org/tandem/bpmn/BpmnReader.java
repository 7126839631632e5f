package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeVersionTag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Reads the executable processes of a BPMN file with the engine's own model library. */
final class BpmnReader {

    private static final Pattern WHERE = Pattern.compile("Line=(?<line>\\d+): (?<what>.*)", Pattern.DOTALL);

    private final Reader reader;
    private final BehaviourReader behaviours;

    BpmnReader(Reader reader) {
        this.reader = reader;
        this.behaviours = new BehaviourReader(reader);
    }

    List<ProcessModel> processes(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .map(this::process)
                .toList();
    }

    Optional<BpmnModelInstance> parse(byte[] content) {
        try {
            var model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
            Blanks.complain(reader, Xml.parse(content).getDocumentElement());
            return Optional.of(model);
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("The model library has read what is no XML", e);
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
        var flows = elements.stream()
                .filter(SequenceFlow.class::isInstance)
                .map(SequenceFlow.class::cast)
                .toList();
        for (var element : elements) {
            if (element instanceof FlowNode node) {
                nodes.put(node.getId(), node(node, parent, flows));
            }
            if (element instanceof SubProcess sub) {
                collect(sub.getFlowElements(), sub.getId(), nodes);
            }
        }
    }

    /** Like the engine it goes by the flows themselves, in their order in the file, and not by what nodes say of them. */
    private Node node(FlowNode node, @Nullable String parent, List<SequenceFlow> flows) {
        var name = Objects.requireNonNullElse(node.getName(), "").replaceAll("\\s+", " ");
        var mapping = node.getSingleExtensionElement(ZeebeIoMapping.class);
        return new Node(
                node.getId(),
                name,
                ElementTypes.of(node),
                parent,
                behaviours.of(node),
                node instanceof Activity activity ? repetition(activity) : null,
                mapping == null ? List.of() : mappings(mapping.getInputs(), node, name),
                mapping == null ? List.of() : mappings(mapping.getOutputs(), node, name),
                flows.stream()
                        .filter(flow -> node.equals(flow.getSource()))
                        .map(this::flow)
                        .toList(),
                (int) flows.stream()
                        .filter(flow -> node.equals(flow.getTarget()))
                        .count(),
                listeners(node),
                headers(node));
    }

    private Node.@Nullable Repetition repetition(Activity activity) {
        if (!(activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop)) {
            return null;
        }
        var details = loop.getSingleExtensionElement(ZeebeLoopCharacteristics.class);
        var items = details == null ? null : reader.attribute(details.getInputCollection(), activity);
        var until = loop.getCompletionCondition();
        if (details == null || items == null) {
            return null;
        }
        return new Node.Repetition(
                loop.isSequential(),
                items,
                details.getInputElement(),
                details.getOutputCollection(),
                reader.attribute(details.getOutputElement(), activity),
                until == null ? null : reader.attribute(until.getTextContent(), activity));
    }

    private static Map<String, String> headers(FlowNode node) {
        var all = node.getSingleExtensionElement(ZeebeTaskHeaders.class);
        var headers = new LinkedHashMap<String, String>();
        if (all != null) {
            all.getHeaders().forEach(header -> headers.put(header.getKey(), header.getValue()));
        }
        return headers;
    }

    private Node.Flow flow(SequenceFlow flow) {
        var name = Objects.requireNonNullElse(flow.getName(), "");
        var condition = flow.getConditionExpression();
        return new Node.Flow(
                flow.getId(),
                name,
                flow.getTarget().getId(),
                condition == null ? null : reader.attribute(condition.getTextContent(), flow.getId(), name));
    }

    private List<Node.Mapping> mappings(Collection<? extends ZeebeMapping> mappings, FlowNode node, String name) {
        var read = new ArrayList<Node.Mapping>();
        for (var mapping : mappings) {
            var source = reader.attribute(mapping.getSource(), node.getId(), name);
            if (source != null) {
                read.add(new Node.Mapping(source, mapping.getTarget()));
            }
        }
        return read;
    }

    private static List<String> listeners(BaseElement element) {
        var types = new ArrayList<String>();
        var execution = element.getSingleExtensionElement(ZeebeExecutionListeners.class);
        if (execution != null) {
            execution.getExecutionListeners().forEach(listener -> types.add(listener.getType()));
        }
        var task = element.getSingleExtensionElement(ZeebeTaskListeners.class);
        if (task != null) {
            task.getTaskListeners().forEach(listener -> types.add(listener.getType()));
        }
        return types;
    }
}
