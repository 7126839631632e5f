package org.tandem.policy.states;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Boundary;
import org.tandem.bpmn.Behaviour.Start;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.Part;
import org.tandem.policy.states.Findings.Need;

/** What a scope listens to. A subscription that is opened with an old conversation key will never hear its message. */
final class Subscriptions {

    private final Findings findings;

    Subscriptions(Findings findings) {
        this.findings = findings;
    }

    /** Opens a subscription of a scope; the expressions are seen from a place. */
    void open(Moment moment, Scoped scope, Place seenFrom, Node event) {
        var trigger = trigger(event);
        Part.of(trigger).forEach(part -> findings.fits(moment, seenFrom, event, part));
        switch (trigger) {
            case Trigger.Timer timer -> findings.reads(moment, seenFrom, timer.when(), Need.NOT_NULL, "the timer");
            case Trigger.Message message -> {
                var key = message.correlationKey();
                if (key == null) {
                    return;
                }
                findings.reads(
                        moment,
                        seenFrom,
                        key,
                        Need.NOT_NULL,
                        "the correlation key of " + message.name().text());
                if (hearsPersonRequested(message)
                        && !key.valueIn(moment.seenFrom(seenFrom)).equals(Moment.CURRENT_KEY)) {
                    moment.deafen(scope);
                }
            }
            case null -> {}
            default -> {}
        }
    }

    static boolean hearsPersonRequested(Trigger trigger) {
        return trigger instanceof Trigger.Message message
                && message.name().text().equals(Vocabulary.PERSON_REQUESTED);
    }

    static @Nullable Trigger trigger(Node node) {
        return switch (node.behaviour()) {
            case Boundary boundary -> boundary.trigger();
            case Behaviour.Catch event -> event.trigger();
            case Start start -> start.trigger();
            default -> null;
        };
    }

    /** The subscriptions of a scope: its own events, those attached to it and those of its event sub-processes. */
    static Stream<Trigger> of(Scoped scope) {
        var nodes = new ArrayList<Node>();
        switch (scope) {
            case Frame frame -> nodes.addAll(frame.process().eventStartsOf(null));
            case Place place -> {
                var process = place.frame().process();
                nodes.add(place.node());
                nodes.addAll(process.boundariesOf(place.node()));
                if (place.behaviour() instanceof Behaviour.SubProcess) {
                    nodes.addAll(process.eventStartsOf(place.node()));
                }
                if (place.behaviour() instanceof Behaviour.EventGateway) {
                    place.node().outgoing().forEach(flow -> nodes.add(process.node(flow.target())));
                }
            }
        }
        return nodes.stream().map(Subscriptions::trigger).flatMap(Stream::ofNullable);
    }
}
