package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListeners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the lists of Modeler's panel add to a flow node. A line that was begun and not finished is complained about. */
final class DetailsReader {

    private static final Pattern PATH = Pattern.compile("[^\\s.=]+(\\.[^\\s.=]+)*");

    private final Reader reader;
    private final FlowNode node;

    DetailsReader(Reader reader, FlowNode node) {
        this.reader = reader;
        this.node = node;
    }

    List<Node.Mapping> inputs() {
        var mapping = node.getSingleExtensionElement(ZeebeIoMapping.class);
        return mapping == null ? List.of() : mappings(mapping.getInputs());
    }

    List<Node.Mapping> outputs() {
        var mapping = node.getSingleExtensionElement(ZeebeIoMapping.class);
        return mapping == null ? List.of() : mappings(mapping.getOutputs());
    }

    private List<Node.Mapping> mappings(Collection<? extends ZeebeMapping> mappings) {
        var read = new ArrayList<Node.Mapping>();
        for (var mapping : mappings) {
            var kind = mapping instanceof ZeebeInput ? "input" : "output";
            var target = mapping.getTarget();
            var source = reader.attribute(mapping.getSource(), node);
            if (isBlank(target)) {
                problem(
                        "an %s mapping has no name for the variable that it writes%s"
                                .formatted(kind, isBlank(mapping.getSource()) ? "" : ": " + mapping.getSource()),
                        "Give the mapping a variable name, or delete it");
            } else if (isBlank(mapping.getSource())) {
                problem(
                        "the %s mapping of \"%s\" has no value".formatted(kind, target),
                        "Give the mapping a variable assignment value, such as =%s, or delete it".formatted(target));
            } else if (!PATH.matcher(target).matches()) {
                problem(
                        "the %s mapping writes \"%s\", which is no name of a variable".formatted(kind, target),
                        "Use a name without blanks, or names with dots between them");
            } else if (source != null) {
                read.add(new Node.Mapping(source, target));
            }
        }
        return read;
    }

    Node.@Nullable Repetition repetition() {
        if (!(node instanceof Activity activity)
                || !(activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop)) {
            return null;
        }
        var details = loop.getSingleExtensionElement(ZeebeLoopCharacteristics.class);
        if (details == null || isBlank(details.getInputCollection())) {
            problem(
                    "it is done once for each item of a list (multi-instance), but there is no list",
                    "Give it an input collection");
            return null;
        }
        var items = reader.attribute(details.getInputCollection(), node);
        var until = loop.getCompletionCondition();
        return items == null
                ? null
                : new Node.Repetition(
                        loop.isSequential(),
                        items,
                        details.getInputElement(),
                        details.getOutputCollection(),
                        reader.attribute(details.getOutputElement(), node),
                        until == null ? null : reader.attribute(until.getTextContent(), node));
    }

    Map<String, String> headers() {
        var all = node.getSingleExtensionElement(ZeebeTaskHeaders.class);
        var headers = new LinkedHashMap<String, String>();
        if (all != null) {
            all.getHeaders().forEach(header -> {
                if (isBlank(header.getKey()) || header.getValue() == null) {
                    reader.doubt(
                            node,
                            "a header without a key or value is not passed on",
                            "Give the header a key and a value, or delete it");
                } else {
                    headers.put(header.getKey(), header.getValue());
                }
            });
        }
        return headers;
    }

    /** The job types of its listeners. */
    List<String> listeners() {
        var execution = node.getSingleExtensionElement(ZeebeExecutionListeners.class);
        var task = node.getSingleExtensionElement(ZeebeTaskListeners.class);
        var types = new ArrayList<@Nullable String>();
        if (execution != null) {
            execution.getExecutionListeners().forEach(listener -> types.add(listener.getType()));
        }
        if (task != null) {
            task.getTaskListeners().forEach(listener -> types.add(listener.getType()));
        }
        if (types.stream().anyMatch(DetailsReader::isBlank)) {
            problem("it has a listener without a job type", "Give the listener a type, or delete it");
        }
        return types.stream()
                .flatMap(Stream::ofNullable)
                .filter(type -> !type.isBlank())
                .toList();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void problem(String message, String remedy) {
        reader.problem(node, message, remedy);
    }
}
