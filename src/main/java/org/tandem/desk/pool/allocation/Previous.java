package org.tandem.desk.pool.allocation;

/** What a decision made of the agent who answered this customer before. */
public enum Previous {
    /** Nobody has answered this customer before, or whoever did does not work here any more. */
    NOBODY(""),
    /** It is for them alone. */
    FIRST(
            "You answered this customer before, so it comes to you first, and to nobody else as long as this offer is open."),
    NOT_THERE("Whoever answered this customer before is away, so it goes to the next."),
    FULL("Whoever answered this customer before has all the tasks that they want, so it goes to the next."),
    /** It needs something else than before. */
    LACKS_SKILL(
            "Whoever answered this customer before does not have all the skills that it needs now, so it goes to the next."),
    /** Declined, not answered, given back, or it must be another one. */
    SAID_NO(
            "Whoever answered this customer before has said no to it, has not answered or must not have it, so it goes to the next."),
    /** They can have it like everybody else. */
    WAITED_LONG("It waited too long to be only for whoever answered this customer before.");

    private final String sentence;

    Previous(String sentence) {
        this.sentence = sentence;
    }

    /** For whoever is offered the task; empty if there is nothing to say. */
    public String sentence() {
        return sentence;
    }
}
