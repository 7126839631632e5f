package org.tandem.engine.core;

import java.util.Map;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.Subscription;

/** Signals reach everybody who listens at this moment. */
public final class Signals {

    private final Core core;

    Signals(Core core) {
        this.core = core;
    }

    /** Sends a signal; the answer is its key. */
    public long broadcast(String name, Map<String, JsonValue> variables) {
        send(name, variables);
        return core.state().newKey();
    }

    void send(String name, Map<String, JsonValue> variables) {
        for (var subscription : core.state().listeners(Subscription.Kind.SIGNAL, name, "")) {
            hear(subscription.key(), variables);
        }
        for (var process : core.state().latestProcesses()) {
            for (var start : core.models().process(process).startsOf(null)) {
                if (Events.triggerOf(start) instanceof Trigger.Signal signal
                        && core.feel().text(signal.name(), Feel.NOWHERE).equals(name)) {
                    core.instances().byEvent(process, start, variables, null);
                }
            }
        }
    }

    private void hear(long key, Map<String, JsonValue> variables) {
        var subscription = core.state().find(Subscription.class, key);
        if (subscription == null || subscription.isFinished()) {
            return;
        }
        var element = core.elements().get(subscription.element());
        if (element.state() != ElementInstance.State.ACTIVE) {
            return;
        }
        var event = core.models().process(element).node(subscription.elementId());
        if (Events.isInterrupting(event)) {
            core.state().put(subscription.with(Subscription.State.CORRELATED, core.now()));
        }
        core.events().trigger(element, event, variables);
    }
}
