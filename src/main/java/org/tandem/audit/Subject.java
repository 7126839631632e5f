package org.tandem.audit;

/** What a search is about. */
public sealed interface Subject {

    /** A case, by the number that customers know. */
    record Case(String number) implements Subject {}

    /** A case, by the id of its inquiry. */
    record Inquiry(String id) implements Subject {}

    /** One run, by its key. */
    record Key(long key) implements Subject {}
}
