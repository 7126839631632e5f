package org.tandem.engine.core;

import java.util.List;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.ElementInstance;

/** Events that throw: errors, escalations, signals, links, and the end of everything in a scope. */
final class Throwing {

    private final Core core;

    Throwing(Core core) {
        this.core = core;
    }

    void error(ElementInstance element, Behaviour.ThrowError event) {
        core.elements().active(element);
        var code = core.variables().text(event.code(), element.key());
        if (!core.errors().fromInside(element, code)) {
            throw new Failure(
                    Failure.UNHANDLED_ERROR,
                    "Expected to throw an error event with the code '%s', but it was not caught.".formatted(code));
        }
    }

    void escalation(ElementInstance element, Behaviour.ThrowEscalation event) {
        core.elements().active(element);
        if (!core.escalations().interrupts(element, core.variables().text(event.code(), element.key()))) {
            core.elements().complete(element.key());
        }
    }

    /** The signal carries the local variables of the event, which its input mappings made. */
    void signal(ElementInstance element, Behaviour.ThrowSignal event) {
        var name = core.variables().text(event.name(), element.key());
        var variables = core.variables().local(element.key());
        core.elements().pass(element);
        core.steps().add(() -> core.signals().send(name, variables));
    }

    void link(ElementInstance element, Node node, Behaviour.ThrowLink event) {
        core.elements().active(element);
        var process = core.models().process(element);
        var target = process.childrenOf(process.parentOf(node)).stream()
                .filter(other -> other.behaviour() instanceof Behaviour.CatchLink link
                        && link.name().equals(event.name()))
                .findFirst()
                .orElseThrow();
        var scope = core.elements().get(element.scope());
        scope = core.state().put(scope.with(scope.tokens().plus(1)));
        core.elements().complete(element.key());
        core.tokens().enter(target, core.elements().get(scope.key()), null);
    }

    void terminate(ElementInstance element) {
        core.elements().end(core.elements().active(element), ElementInstance.State.COMPLETED, List.of());
        var scope = core.tokens().clear(core.elements().get(element.scope()), null, 0);
        core.tokens().completeIfEmpty(scope.key());
    }
}
