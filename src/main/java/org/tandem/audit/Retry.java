package org.tandem.audit;

/** What became of a retry. */
public sealed interface Retry {

    record Done() implements Retry {}

    /** Somebody was faster, or the run is over. */
    record NotNeeded() implements Retry {}

    /** There is no such incident in this run. */
    record Unknown() implements Retry {}

    record Refused(String reason) implements Retry {}
}
