package org.tandem.policy.states;

import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;

/** Where a token can be: a flow node of one running process; in front of a parallel join also the flow it came by. */
public final class Place implements Scoped {

    private final Frame frame;
    private final Node node;
    private final @Nullable String arrivedBy;
    private final Scoped owner;
    private final boolean forThePersonWhoAnswers;

    Place(Frame frame, Node node, @Nullable String arrivedBy, Scoped owner, boolean forThePersonWhoAnswers) {
        this.frame = frame;
        this.node = node;
        this.arrivedBy = arrivedBy;
        this.owner = owner;
        this.forThePersonWhoAnswers = forThePersonWhoAnswers;
    }

    public Frame frame() {
        return frame;
    }

    public Node node() {
        return node;
    }

    public Behaviour behaviour() {
        return node.behaviour();
    }

    @Nullable
    String arrivedBy() {
        return arrivedBy;
    }

    /** The sub-process around it, or its process. */
    Scoped owner() {
        return owner;
    }

    @Override
    public Scoped wider() {
        return owner;
    }

    /** The sub-process or call activity around it, or nothing at the top. */
    public @Nullable Place enclosing() {
        return owner instanceof Place place ? place : frame.caller();
    }

    /** In the same run of the same scope. */
    public boolean isBeside(Place other) {
        return owner == other.owner;
    }

    boolean isWithin(Place outer) {
        for (var place = this; place != null; place = place.enclosing()) {
            if (place == outer) {
                return true;
            }
        }
        return false;
    }

    /** A user task whose form asks for the reply to the customer (or whose form is not known, which is another complaint). */
    public boolean isForThePersonWhoAnswers() {
        return forThePersonWhoAnswers;
    }

    /** The job by which text of the AI reaches the customer. */
    public boolean sendsAiText() {
        return behaviour() instanceof Behaviour.Job job
                && job.type().constant().filter(Vocabulary.SENDING_JOB::equals).isPresent();
    }

    public String file() {
        return frame.process().file();
    }

    @Override
    public String toString() {
        return "\"" + node.label() + "\"";
    }
}
