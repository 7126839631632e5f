package org.tandem.desk.pool;

/** Whether an agent is offered what comes next and they can do, and if not, why. */
public sealed interface Turn {

    record Open() implements Turn {}

    /** Nobody has noted what they can do. */
    record NotInPool() implements Turn {}

    record Away() implements Turn {}

    /** Whatever they do at the desk makes offers come again. */
    record Silent(int unanswered) implements Turn {}

    /** @param has how many tasks they have and are offered */
    record Full(int has, int cap) implements Turn {}

    /** The engine does not answer, and offers wait for it. */
    record NotKnown() implements Turn {}
}
