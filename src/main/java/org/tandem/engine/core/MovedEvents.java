package org.tandem.engine.core;

import java.util.stream.Collectors;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.Subscription;

/**
 * What becomes of the events that an element listens to when it moves to another definition. Those that the plan maps are kept as they
 * are: a timer stays due when it was, and what has happened does not happen again. Others end, and those that are new begin.
 */
final class MovedEvents {

    private final Core core;

    MovedEvents(Core core) {
        this.core = core;
    }

    void move(ElementInstance before, ElementInstance moved, Mapping mapping) {
        var old = Catches.of(before, mapping.from());
        var next = Catches.of(moved, mapping.to());
        check(before, old, next, mapping);
        for (var subscription : core.state().subscriptionsOf(moved.key())) {
            var target = mapping.targetOf(subscription.elementId());
            core.state()
                    .put(
                            target == null
                                    ? subscription.with(Subscription.State.DELETED, core.now())
                                    : subscription.movedTo(moved.definition(), target, core.now()));
        }
        for (var timer : core.state().timersOf(moved.key())) {
            var target = mapping.targetOf(timer.elementId());
            if (target == null) {
                core.state().remove(timer);
            } else {
                core.state().put(timer.movedTo(moved.definition(), target));
            }
        }
        next.attached().forEach(event -> open(moved, event, moved.scope(), mapping));
        if (moved.tokens().interruptedBy() == null) {
            next.own().forEach(event -> open(moved, event, moved.key(), mapping));
        }
    }

    /** Events stay with their element, and are of the same kind. */
    private static void check(ElementInstance element, Catches old, Catches next, Mapping mapping) {
        for (var event : old.all().toList()) {
            var id = mapping.targetOf(event.id());
            if (id != null) {
                var target = mapping.to().node(id);
                if (!next.all().toList().contains(target)) {
                    throw Rejection.invalidState(
                            "The plan maps '%s', to which '%s' listens, to '%s', which belongs to another element; map it to %s, or leave it out to end it",
                            event.id(), element.elementId(), id, ids(next));
                }
                new Fit(event, target).isOfOneKind();
            }
        }
        for (var event : next.all().toList()) {
            if (mapping.isTarget(event.id())
                    && old.all().noneMatch(source -> event.id().equals(mapping.targetOf(source.id())))) {
                throw Rejection.invalidState(
                        "The plan maps to '%s' an event to which '%s' does not listen; map %s to it, or leave it out to begin it anew",
                        event.id(), element.elementId(), ids(old));
            }
        }
    }

    private static String ids(Catches events) {
        var ids = events.all().map(event -> "'" + event.id() + "'").collect(Collectors.joining(" or "));
        return ids.isEmpty() ? "nothing" : ids;
    }

    private void open(ElementInstance element, Node event, long seenFrom, Mapping mapping) {
        if (mapping.isTarget(event.id())) {
            return;
        }
        try {
            core.events().open(element, event, seenFrom);
        } catch (Failure failed) {
            throw Rejection.invalidState(
                    "'%s' cannot begin to listen to '%s', which is new in the target process: %s",
                    element.elementId(), event.id(), String.valueOf(failed.getMessage()));
        }
    }
}
