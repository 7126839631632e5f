package org.tandem.policy.states;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Library;
import org.tandem.policy.states.Variables.Slot;

/** Forgets the variables of a state that nothing will read any more, so that states that only differ in them are one. */
final class Forgetting {

    private final Reads reads;
    private final Uses uses;
    private final Map<Frame, LiveVariables> liveVariables = new HashMap<>();
    private final Map<Set<Place>, Map<Frame, Set<String>>> live = new HashMap<>();

    Forgetting(Library library, Capabilities capabilities, Reads reads) {
        this.reads = reads;
        this.uses = new Uses(reads, new Writes(library, capabilities));
    }

    Step in(Step step) {
        return new Step(step.at(), step.cause(), in(step.to()));
    }

    State in(State state) {
        var keep = live.computeIfAbsent(state.active(), active -> new HashMap<>());
        Predicate<Slot> unread = slot -> slot.owner() instanceof Frame frame
                && !keep.computeIfAbsent(frame, running -> live(running, state.active()))
                        .contains(slot.variable());
        if (!state.variables().hasAny(unread)) {
            return state;
        }
        var variables = state.variables().copy();
        variables.removeIf(unread);
        return new State(state.active(), variables, state.deaf(), state.closed());
    }

    private Set<String> live(Frame frame, Set<Place> active) {
        var analysis = of(frame);
        var inside = active.stream().filter(place -> place.frame() == frame).toList();
        if (inside.isEmpty()) {
            return analysis.atEnd();
        }
        var live = new HashSet<>(analysis.atEvents());
        if (inside.stream().allMatch(place -> analysis.isBeside(place.node()))) {
            live.addAll(analysis.atEnd());
        }
        for (var place : inside) {
            var running = place.behaviour() instanceof Behaviour.SubProcess
                    && inside.stream().anyMatch(inner -> inner.owner() == place);
            live.addAll(analysis.at(place.node(), running));
        }
        return live;
    }

    private LiveVariables of(Frame frame) {
        var known = liveVariables.get(frame);
        if (known == null) {
            known = new LiveVariables(frame.process(), takenFrom(frame), uses.in(frame.process()));
            liveVariables.put(frame, known);
        }
        return known;
    }

    private Set<String> takenFrom(Frame frame) {
        var caller = frame.caller();
        if (caller == null) {
            return Set.of();
        }
        if (!caller.node().outputs().isEmpty()) {
            return reads.going(caller.node());
        }
        return caller.behaviour() instanceof Behaviour.Call call && call.takesAll()
                ? of(caller.frame()).after(caller.node())
                : Set.of();
    }
}
