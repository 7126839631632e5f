package org.tandem.desk.levels;

import java.time.Instant;
import java.util.Optional;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.Message;

/** From a person's answer until the customer comes back: we wait for the customer, and the clock of the solution stands still. */
record Pause(Instant from, Instant to) {

    static final String REASON = "waiting for the customer";

    /** Nothing if no person answered after that hand-over. It ends with what the customer wrote, or else now. */
    static Optional<Pause> after(HandOver handOver, CaseFile file, Instant now) {
        return first(file, Author.PERSON, handOver.at())
                .map(from -> new Pause(from, first(file, Author.CUSTOMER, from).orElse(now)));
    }

    private static Optional<Instant> first(CaseFile file, Author author, Instant since) {
        return file.messages().stream()
                .filter(message -> message.author() == author && !message.at().isBefore(since))
                .map(Message::at)
                .findFirst();
    }
}
