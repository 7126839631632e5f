package org.tandem.engine.core;

import java.util.Map;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.ElementInstance;

/** What each kind of element does when it is activated. */
final class Kinds {

    private final Core core;
    private final Calls calls;
    private final Throwing throwing;

    Kinds(Core core) {
        this.core = core;
        this.calls = new Calls(core);
        this.throwing = new Throwing(core);
    }

    void activate(ElementInstance element, Node node) {
        var elements = core.elements();
        switch (node.behaviour()) {
            case Behaviour.Start start -> elements.pass(element);
            case Behaviour.Boundary boundary -> elements.pass(element);
            case Behaviour.Pass pass -> elements.pass(element);
            case Behaviour.End end -> elements.pass(element);
            case Behaviour.CatchLink link -> elements.pass(element);
            case Behaviour.Parallel gateway -> elements.pass(element);
            case Behaviour.Exclusive gateway -> elements.pass(element);
            case Behaviour.Inclusive gateway -> elements.pass(element);
            case Behaviour.Catch event -> {
                if (element.result() == null) {
                    listen(element);
                } else {
                    elements.pass(element);
                }
            }
            case Behaviour.EventGateway gateway -> listen(element);
            case Behaviour.Job job -> {
                listen(element);
                core.jobs().create(element, node, job);
            }
            case Behaviour.UserTask task -> {
                listen(element);
                core.userTasks().create(element, node, task);
            }
            case Behaviour.SubProcess sub -> open(element, node);
            case Behaviour.Call call -> {
                listen(element);
                calls.call(element, call);
            }
            case Behaviour.Decide task -> {
                var result = core.decisions().decide(element, task);
                elements.active(element);
                elements.complete(element.key(), Map.of(task.resultVariable(), result));
            }
            case Behaviour.Script script -> {
                var result = core.variables().evaluate(script.expression(), element.key());
                elements.active(element);
                elements.complete(element.key(), Map.of(script.resultVariable(), Values.json(result)));
            }
            case Behaviour.Terminate end -> throwing.terminate(element);
            case Behaviour.ThrowError end -> throwing.error(element, end);
            case Behaviour.ThrowEscalation event -> throwing.escalation(element, event);
            case Behaviour.ThrowSignal event -> throwing.signal(element, event);
            case Behaviour.ThrowLink event -> throwing.link(element, node, event);
            case Behaviour.Unknown unknown ->
                throw new IllegalStateException("%s should not have been deployed".formatted(node.id()));
        }
    }

    /** Waits, and listens meanwhile. */
    private ElementInstance listen(ElementInstance element) {
        core.events().open(element);
        return core.elements().active(element);
    }

    private void open(ElementInstance element, Node node) {
        var process = core.models().process(element);
        var opened = listen(element);
        var payload = opened.result();
        opened = core.state().put(opened.withResult(null).with(opened.tokens().plus(1)));
        core.tokens().enter(process.startsOf(node).getFirst(), opened, payload);
    }
}
