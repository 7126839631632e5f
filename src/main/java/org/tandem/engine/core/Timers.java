package org.tandem.engine.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.Message;
import org.tandem.engine.state.Timer;

/** What happens by itself at a time: timer events. */
public final class Timers {

    private final Core core;

    Timers(Core core) {
        this.core = core;
    }

    void start(ElementInstance element, Node event, Trigger.Timer timer) {
        start(element.key(), element.definition(), event.id(), timer);
    }

    private void start(long element, long definition, String eventId, Trigger.Timer timer) {
        var when = timer.when();
        var value = core.variables().evaluate(when, element);
        var first = switch (timer.kind()) {
            case DATE -> new Times.Cycle("", Times.date(when, value), 1);
            case DURATION -> new Times.Cycle("", Times.after(when, value, core.now()), 1);
            case CYCLE -> Times.cycle(when, value, core.now());
        };
        if (first.repetitions() != 0) {
            put(
                    element,
                    definition,
                    eventId,
                    first.first(),
                    first.text().isEmpty() ? null : first.text(),
                    first.repetitions());
        }
    }

    private void put(long element, long definition, String eventId, long due, @Nullable String cycle, int repetitions) {
        core.state().put(new Timer(core.state().newKey(), element, definition, eventId, due, cycle, repetitions));
    }

    /** Timer start events go by the latest version of a process only. */
    void startEvents(Definition process) {
        for (var start : core.models().process(process).startsOf(null)) {
            if (Events.triggerOf(start) instanceof Trigger.Timer timer) {
                start(0, process.key(), start.id(), timer);
            }
        }
    }

    void stopStartEvents(Definition process) {
        for (var timer : core.state().timersOf(0)) {
            if (timer.definition() == process.key()) {
                core.state().remove(timer);
            }
        }
    }

    /** Lets a timer fire that is due. */
    public void fire(long key) {
        var timer = core.state().find(Timer.class, key);
        if (timer == null) {
            return;
        }
        core.state().remove(timer);
        if (timer.cycle() != null && timer.repetitions() != 1) {
            var left = timer.repetitions() == Times.FOR_EVER ? Times.FOR_EVER : timer.repetitions() - 1;
            put(
                    timer.element(),
                    timer.definition(),
                    timer.elementId(),
                    Times.next(timer.cycle(), timer.due()),
                    timer.cycle(),
                    left);
        }
        var process = core.models().process(timer.definition());
        var event = process.node(timer.elementId());
        if (timer.element() == 0) {
            core.instances().byEvent(core.state().get(Definition.class, timer.definition()), event, Map.of(), null);
        } else {
            var element = core.elements().get(timer.element());
            if (element.isActive()) {
                core.events().trigger(element, event, Map.of());
            }
        }
    }

    /** Takes messages out of the buffer whose time is over. */
    public void expire(long message) {
        var old = core.state().find(Message.class, message);
        if (old != null) {
            core.state().put(old.expired(core.now()));
        }
    }
}
