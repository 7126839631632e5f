package org.tandem.engine.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.ElementInstance.State;
import org.tandem.engine.state.ElementInstance.Tokens;

/**
 * Moves a running process instance to another definition, from the outermost scope inwards. Jobs, tasks, incidents and variables stay as
 * they are; so do the events that the plan maps, a timer with the moment at which it is due.
 */
public final class Migrations {

    private final Core core;
    private final MovedEvents events;

    Migrations(Core core) {
        this.core = core;
        this.events = new MovedEvents(core);
    }

    /** Moves an instance as planned; the processes that it called stay with their own definitions. */
    public void migrate(long key, MigrationPlan plan) {
        var instance = core.elements().find(key);
        if (instance == null || !instance.isProcess() || !instance.isActive()) {
            throw Rejection.notFound(
                    "Expected to migrate a process instance with key '%d', but no such process instance is running",
                    key);
        }
        var target = core.state().find(Definition.class, plan.target());
        if (target == null || target.kind() != Definition.Kind.PROCESS || target.isDeleted()) {
            throw Rejection.notFound(
                    "Expected to migrate a process instance to the process definition with key '%d', but no such process definition is deployed",
                    plan.target());
        }
        var mapping =
                new Mapping(plan, core.models().process(instance), core.models().process(target));
        if (instance.state() == State.ACTIVATING) {
            checkStart(instance, target, mapping);
        }
        move(instance, target.id(), target, mapping);
        freed(instance, target);
    }

    /** It has not begun yet, and does when its incident is resolved. */
    private void checkStart(ElementInstance instance, Definition target, Mapping mapping) {
        var start = instance.origin() == null ? null : instance.origin().startEvent();
        if (start == null
                ? core.instances().plainStart(target) == null
                : mapping.to().startsOf(null).stream()
                        .noneMatch(event -> event.id().equals(start))) {
            throw Rejection.invalidState(
                    "The process instance has not begun yet, and process '%s' has no start event %s to begin at",
                    target.id(), start == null ? "without a trigger" : "'" + start + "'");
        }
    }

    /** Where only one instance may run for a message's key, the next may begin when this one has become one of another process. */
    private void freed(ElementInstance before, Definition target) {
        var businessKey = before.origin() == null ? null : before.origin().businessKey();
        if (businessKey != null && !before.elementId().equals(target.id())) {
            core.steps().add(() -> core.messages().startNext(before.elementId(), businessKey));
        }
    }

    private void move(ElementInstance element, String targetId, Definition target, Mapping mapping) {
        var moved = core.state()
                .put(element.with(element.at().in(target.key(), targetId)).with(tokens(element, mapping)));
        if (element.state() != State.ACTIVATING) {
            events.move(element, moved, mapping);
        }
        for (var child : core.state().childrenOf(element.key())) {
            var node = mapping.from().node(child.elementId());
            var next = child.isInner() ? targetId : Fit.of(node, mapping).id();
            move(child, next, target, mapping);
        }
        core.joins().moved(moved);
    }

    /** Tokens that wait at a joining gateway have come over the flows that the plan says, or over those with the same ids. */
    private Tokens tokens(ElementInstance scope, Mapping mapping) {
        var tokens = scope.tokens();
        Map<String, Integer> arrived = new HashMap<>();
        tokens.arrived().forEach((id, count) -> {
            var flow = mapping.from().flow(id);
            var gateway = mapping.from().node(flow.target());
            var target = Fit.of(gateway, mapping);
            if (mapping.to().incomingOf(target).size()
                    < mapping.from().incomingOf(gateway).size()) {
                throw Rejection.invalidState(
                        "Tokens wait at gateway '%s', but '%s' has fewer incoming sequence flows; map it to a gateway with at least as many",
                        gateway.id(), target.id());
            }
            if (!mapping.isOnlyOne(target.id())) {
                throw Rejection.invalidState(
                        "Tokens wait at gateway '%s', and the plan maps another gateway to '%s' too; map each to a gateway of its own",
                        gateway.id(), target.id());
            }
            if (arrived.put(flow(id, gateway, target, mapping), count) != null) {
                throw Rejection.invalidState(
                        "Tokens wait at gateway '%s' that came over different sequence flows; map each to a flow of its own",
                        gateway.id());
            }
        });
        var by = tokens.interruptedBy();
        return tokens.onto(arrived, by == null ? null : Objects.requireNonNullElse(mapping.targetOf(by), by));
    }

    private static String flow(String id, Node gateway, Node target, Mapping mapping) {
        var next = Objects.requireNonNullElse(mapping.targetOf(id), id);
        var flow = mapping.to().flows().get(next);
        if (flow == null || !flow.target().equals(target.id())) {
            throw Rejection.invalidState(
                    "A token has come to gateway '%s' over sequence flow '%s', but no flow '%s' leads to '%s'; map '%s' to one that does",
                    gateway.id(), id, next, target.id(), id);
        }
        return next;
    }
}
