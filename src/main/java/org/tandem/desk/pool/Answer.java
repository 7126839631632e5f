package org.tandem.desk.pool;

/** What became of an answer to an offer. */
public sealed interface Answer {

    record Done() implements Answer {}

    /** It cannot be done any more, for the reason in the sentence. */
    record TooLate(String sentence) implements Answer {}

    /** The engine does not answer; the offer stays open. */
    record Later(String sentence) implements Answer {}
}
