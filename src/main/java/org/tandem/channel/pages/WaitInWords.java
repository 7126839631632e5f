package org.tandem.channel.pages;

import org.tandem.inquiry.Expectation;

/** What a customer who waits for a person can expect, with their place. */
final class WaitInWords {

    private WaitInWords() {}

    static String of(Expectation expected) {
        var place = expected.place() == 1
                ? "You are next in the queue."
                : "You are number %d in the queue.".formatted(expected.place());
        return (place + " " + expected.inWords()).strip();
    }
}
