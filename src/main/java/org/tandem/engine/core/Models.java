package org.tandem.engine.core;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.DeployableFiles;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.State;

/** The compiled models of the deployed processes, read when they are needed for the first time. */
public final class Models {

    private final State state;
    private final DeployableFiles files;
    private final Map<Long, ProcessModel> processes = new ConcurrentHashMap<>();

    Models(State state, DeployableFiles files) {
        this.state = state;
        this.files = files;
    }

    ProcessModel process(long definition) {
        var known = processes.get(definition);
        return known == null ? process(state.get(Definition.class, definition)) : known;
    }

    ProcessModel process(Definition definition) {
        return processes.computeIfAbsent(definition.key(), key -> read(definition));
    }

    private ProcessModel read(Definition definition) {
        var text = Objects.requireNonNull(definition.resource());
        return files.read(definition.resourceName(), text.getBytes(StandardCharsets.UTF_8)).processes().stream()
                .filter(process -> process.id().equals(definition.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The deployed file '%s' can no longer be read".formatted(definition.resourceName())));
    }

    ProcessModel process(ElementInstance element) {
        return process(element.definition());
    }

    /** The node that an element instance passes through; null for a process instance. */
    @Nullable
    Node find(ElementInstance element) {
        return element.isProcess() ? null : node(element);
    }

    Node node(ElementInstance element) {
        return process(element).node(element.elementId());
    }

    /** The name of an element as people know it; the id where it has none or is not known. Safe from any thread. */
    public String elementName(Definition definition, String elementId) {
        var node = process(definition).nodes().get(elementId);
        return node == null ? elementId : node.label();
    }
}
