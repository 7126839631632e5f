package org.tandem.policy.states;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;

/** Keeps every place and every called process once, so that they can be compared by identity. */
final class Places {

    private record Key(Frame frame, String node, @Nullable String arrivedBy) {}

    private final Library library;
    private final Map<Key, Place> places = new HashMap<>();
    private final Map<Place, Frame> called = new HashMap<>();

    Places(Library library) {
        this.library = library;
    }

    Place at(Frame frame, Node node) {
        return at(frame, node, null);
    }

    Place at(Frame frame, Node node, @Nullable String arrivedBy) {
        var known = places.get(new Key(frame, node.id(), arrivedBy));
        if (known != null) {
            return known;
        }
        var owner = node.parent() == null ? frame : at(frame, frame.process().node(node.parent()));
        var place = new Place(frame, node, arrivedBy, owner, asksForTheReply(node));
        places.put(new Key(frame, node.id(), arrivedBy), place);
        return place;
    }

    Frame calledFrom(Place call, ProcessModel process) {
        return called.computeIfAbsent(call, caller -> new Frame(process, caller));
    }

    @Nullable
    Frame calledFrom(Place call) {
        return called.get(call);
    }

    private boolean asksForTheReply(Node node) {
        return node.behaviour() instanceof Behaviour.UserTask task
                && library.form(task)
                        .map(form -> form.fills().contains(Vocabulary.REPLY) || mapsOutTheReply(node))
                        .orElse(true);
    }

    private static boolean mapsOutTheReply(Node node) {
        return node.outputs().stream().anyMatch(output -> output.target().equals(Vocabulary.REPLY));
    }
}
