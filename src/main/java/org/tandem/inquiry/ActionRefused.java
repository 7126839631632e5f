package org.tandem.inquiry;

/** The customer's action does not fit where the inquiry stands by now; nothing was changed. */
public class ActionRefused extends RuntimeException {

    private final State state;

    ActionRefused(InquiryId id, State state, String action) {
        super("Inquiry %s cannot be %s, it is %s".formatted(id, action, state));
        this.state = state;
    }

    public State state() {
        return state;
    }
}
