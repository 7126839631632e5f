package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.validation.ValidationResultType;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Trigger;

/**
 * Why the embedded engine does not take a BPMN file: it cannot be read, the model library finds it wrong, or it has something that only a
 * Camunda 8 cluster does. Nothing is half supported.
 */
public final class Refusals {

    private static final String CLUSTER = "the embedded engine does not do that, a Camunda 8 cluster can";

    private Refusals() {}

    /** One sentence for each reason; none means that the file can be deployed. */
    public static List<String> of(String file, byte[] content) {
        var library = Library.read(Map.of(file.endsWith(".bpmn") ? file : file + ".bpmn", content));
        if (!library.problems().isEmpty()) {
            return library.problems().stream()
                    .map(problem -> problem.elementId() == null
                            ? problem.message()
                            : "element '%s': %s".formatted(problem.elementId(), problem.message()))
                    .toList();
        }
        var refusals = new ArrayList<>(invalid(content));
        library.processes()
                .values()
                .forEach(process -> process.nodes()
                        .values()
                        .forEach(node -> unsupported(process, node)
                                .forEach(what ->
                                        refusals.add("element '%s': %s; %s".formatted(node.id(), what, CLUSTER)))));
        if (refusals.isEmpty()) {
            library.processes().values().forEach(process -> refusals.addAll(Structure.problems(process)));
        }
        return refusals;
    }

    private static List<String> invalid(byte[] content) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
        var found = new ArrayList<String>();
        model.validate(ZeebeDesignTimeValidators.VALIDATORS)
                .getResults()
                .forEach((element, results) -> results.stream()
                        .filter(result -> result.getType() == ValidationResultType.ERROR)
                        .forEach(result -> found.add("element '%s': %s"
                                .formatted(name(element.getAttributeValue("id"), element), result.getMessage()))));
        return found;
    }

    private static String name(@Nullable String id, org.camunda.bpm.model.xml.instance.ModelElementInstance element) {
        if (id != null) {
            return id;
        }
        var parent = element.getParentElement();
        return parent == null ? element.getElementType().getTypeName() : name(parent.getAttributeValue("id"), parent);
    }

    private static Stream<String> unsupported(ProcessModel process, Node node) {
        var listeners = node.listeners().isEmpty() ? Stream.<String>of() : Stream.of("it has listeners");
        return Stream.concat(listeners, Stream.ofNullable(unsupported(node.behaviour())));
    }

    private static @Nullable String unsupported(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Unknown unknown -> "it is " + unknown.what();
            case Behaviour.Start start -> unsupported(start.trigger());
            case Behaviour.Catch event -> unsupported(event.trigger());
            case Behaviour.Boundary boundary -> unsupported(boundary.trigger());
            default -> null;
        };
    }

    private static @Nullable String unsupported(@Nullable Trigger trigger) {
        return trigger instanceof Trigger.Unknown unknown ? "it is " + unknown.what() : null;
    }
}
