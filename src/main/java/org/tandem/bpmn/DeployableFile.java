package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Trigger;

/**
 * A BPMN file as the embedded engine takes it, or why it does not: it cannot be read, the model library finds it wrong, or it has something
 * that only a Camunda 8 cluster does. Nothing is half supported.
 *
 * @param processes the executable processes, if nothing stands against them
 * @param refusals one sentence for each reason; none means that the file can be deployed
 */
public record DeployableFile(List<ProcessModel> processes, List<String> refusals) {

    private static final String CLUSTER = "the embedded engine does not do that, a Camunda 8 cluster can";

    public static DeployableFile read(String file, byte[] content) {
        var reader = new Reader(file);
        var bpmn = new BpmnReader(reader);
        var model = bpmn.parse(content);
        if (model.isEmpty()) {
            return refused(unreadable(reader));
        }
        var processes = bpmn.processes(model.get());
        if (!reader.problems().isEmpty()) {
            return refused(unreadable(reader));
        }
        var refusals = new ArrayList<>(invalid(model.get()).toList());
        Overlooked.in(model.get())
                .forEach(found ->
                        refusals.add("element '%s': %s; %s".formatted(found.elementId(), found.what(), CLUSTER)));
        processes.forEach(process -> process.nodes()
                .values()
                .forEach(node -> unsupported(node)
                        .forEach(what -> refusals.add("element '%s': %s; %s".formatted(node.id(), what, CLUSTER)))));
        if (refusals.isEmpty()) {
            processes.stream()
                    .flatMap(process -> Structure.problems(process).stream())
                    .forEach(problem -> refusals.add(sentence(problem)));
        }
        return refusals.isEmpty() ? new DeployableFile(processes, List.of()) : refused(refusals);
    }

    private static DeployableFile refused(List<String> refusals) {
        return new DeployableFile(List.of(), refusals);
    }

    private static List<String> unreadable(Reader reader) {
        return reader.problems().stream().map(DeployableFile::sentence).toList();
    }

    private static String sentence(Problem problem) {
        return problem.elementId() == null
                ? problem.message()
                : "element '%s': %s".formatted(problem.elementId(), problem.message());
    }

    private static Stream<String> invalid(BpmnModelInstance model) {
        return ModelLibrary.findings(model).stream()
                .map(finding -> "element '%s': %s".formatted(finding.elementId(), finding.message()));
    }

    private static Stream<String> unsupported(Node node) {
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
