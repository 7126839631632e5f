package org.tandem.quality.automation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.assistant.Attempt;
import org.tandem.inquiry.InquiryId;

/** Says whether the AI may answer what it has tried, and keeps what it said. */
@Service
public class Automation {

    private final Decisions decisions;
    private final Clock clock;

    Automation(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The word on an attempt. The same step may be repeated; what the gate has decided on stays as it was. */
    @Transactional
    public Word on(InquiryId inquiry, String conversationKey, Attempt attempt, int repeatContacts) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var tried = Tried.of(inquiry, conversationKey, attempt, repeatContacts, now);
        var word = Word.onExamples(attempt);
        decisions.keep(tried, word);
        return word;
    }
}
