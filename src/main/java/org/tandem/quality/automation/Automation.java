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
    private final Switchboard switchboard;
    private final Guarantees guarantees;
    private final LabelledLately labelledLately;
    private final Clock clock;

    Automation(
            Decisions decisions,
            Switchboard switchboard,
            Guarantees guarantees,
            LabelledLately labelledLately,
            Clock clock) {
        this.decisions = decisions;
        this.switchboard = switchboard;
        this.guarantees = guarantees;
        this.labelledLately = labelledLately;
        this.clock = clock;
    }

    /**
     * The word on an attempt. The same step may be repeated; what the gate has decided on stays as it was.
     *
     * @param asked what the customer wrote, as the assistant reads it
     */
    @Transactional
    public Word on(InquiryId inquiry, String conversationKey, String asked, Attempt attempt, int repeatContacts) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var tried = Tried.of(inquiry, conversationKey, attempt, repeatContacts, now)
                .with((figures, topic) -> labelledLately.beside(figures, asked, topic));
        var position = switchboard.of(inquiry, tried.topic(), tried.modelVersion());
        var guarantee = guarantees.of(tried).orElseGet(() -> Guarantee.onExamples(attempt));
        var word = new Word(
                position.automation(),
                position.answerChance(),
                guarantee.risk(),
                guarantee.restsOn(),
                guarantee.stated());
        decisions.keep(tried, word);
        return word;
    }
}
