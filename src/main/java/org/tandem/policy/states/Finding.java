package org.tandem.policy.states;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.Part;
import org.tandem.bpmn.feel.Reading;
import org.tandem.bpmn.feel.Unfit;

/** Something that went wrong on a way through the models; {@code before} is the state from which it happened. */
public sealed interface Finding {

    Place at();

    /** A variable is read that is not there. {@code what} tells which part of the element reads it. */
    record Unwritten(Place at, String what, Reading reading, Why why, Set<String> instead) implements Finding {}

    /** The event that hears that the customer wants a person lets everything go on meanwhile. */
    record GoesOn(Place at) implements Finding {}

    /** Something is not of the kind that the engine needs. */
    record DoesNotFit(Place at, Node element, Part part, Unfit unfit) implements Finding {}

    /** A user task takes a variable from its form, which has no field for it. */
    record NotOnForm(Place at, String variable, String form, Set<String> fields) implements Finding {}

    enum Why {
        ABSENT,
        NEVER_WRITTEN,
        NULL,
        NO_SUCH_FIELD
    }

    /** AI text is sent although the gate did not say so. */
    record Ungated(Place at, boolean gateAsked) implements Finding {}

    /** The case is handed back to the AI although nobody certainly chose so. */
    record NotChosen(Place at) implements Finding {}

    /** An error that no event catches. */
    record Uncaught(Place at, String code) implements Finding {}

    /** No flow of the gateway needs to hold. */
    record NoWayOn(Place at) implements Finding {}

    /** The way goes through something that cannot be followed. */
    record Unfollowable(Place at, String what) implements Finding {}

    /** Where a finding first showed up. */
    record Seen(Finding finding, @Nullable State before) {}
}
